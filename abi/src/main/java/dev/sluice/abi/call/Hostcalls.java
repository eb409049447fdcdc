package dev.sluice.abi.call;

/**
 * Everything a plugin can ask of its host, one family each. Two implementations exist: the guest's, over wasm imports
 * and linear memory, and the embedded host's, over Java objects. All code above this interface is the same bytecode in
 * both.
 */
public interface Hostcalls {
  HeaderCalls headers();

  BufferCalls buffers();

  ReplyCalls replies();

  PropertyCalls properties();

  LogCalls log();
}
