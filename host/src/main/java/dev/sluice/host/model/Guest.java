package dev.sluice.host.model;

import dev.sluice.abi.Callback;
import dev.sluice.abi.event.HostCallbacks;

/** One running instance of a plugin's code: a VM in the words of Proxy-Wasm. Used by one thread at a time. */
public interface Guest extends AutoCloseable {

  /** True when the code has this callback; the model makes no other. */
  boolean exports(Callback callback);

  /** The callbacks. A method may throw {@link VmFailure}; the instance is then dead and never called again. */
  HostCallbacks callbacks();

  /** Lets go of what the instance holds. */
  @Override
  default void close() {}
}
