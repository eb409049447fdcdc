package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

/** A function of the host that plugins call by its name ({@code proxy_call_foreign_function}). */
@FunctionalInterface
public interface ForeignFunction {

  /**
   * Does it, on the worker's thread and in the middle of a callback of the plugin: it must not wait.
   *
   * @param arguments as the plugin gave them, in whatever form the function wants them
   * @return what the plugin gets, empty for nothing, or the status that says why it gets nothing
   */
  Fetched call(ForeignCaller caller, Bytes arguments);
}
