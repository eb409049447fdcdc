package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;

/** Who calls a foreign function, and what the function can do there. Good until the function returns. */
public interface ForeignCaller {

  /** Name of the plugin. */
  String plugin();

  /** Writes a line to where the plugin's own lines go. */
  void log(LogLevel level, String message);

  /**
   * Calls the plugin by {@code proxy_on_foreign_function}, when its current callback has returned.
   *
   * @param function a number that plugin and host agree on
   * @param arguments readable for the plugin while it is called
   */
  void callBack(int function, Bytes arguments);

  /** Has the proxy choose the route of the request anew; nothing outside of an HTTP stream. */
  void clearRouteCache();

  /**
   * Sets what the proxy itself goes by in this stream, or what other plugins read as property {@code filter_state}.
   *
   * @return {@link Status#NOT_FOUND} outside of a stream
   */
  Status setFilterState(String key, Bytes value);

  /**
   * Fixes how a property that the plugin sets behaves, in all of its streams from now on, if its root context calls.
   *
   * @return {@link Status#BAD_ARGUMENT} where it has been declared before, or too many are
   */
  Status declareProperty(PropertyDeclaration declaration);
}
