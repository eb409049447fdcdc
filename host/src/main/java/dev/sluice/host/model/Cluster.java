package dev.sluice.host.model;

/** A named upstream that plugins call by themselves; Envoy's word for it is cluster. Used on the worker's thread. */
public interface Cluster {
  /** False where it has no host that could take a request now: a call then fails at once. */
  default boolean isAvailable() {
    return true;
  }

  /**
   * Opens a stream with these request headers.
   *
   * @param endOfStream true when no body follows
   * @param response gets what comes back, on the worker's thread, and never before this method has returned
   * @param worker dispatcher of that thread
   */
  UpstreamRequest open(HeaderMap headers, boolean endOfStream, UpstreamResponse response, Dispatcher worker);
}
