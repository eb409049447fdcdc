package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/**
 * Where an HTTP exchange goes when it has passed the plugins: the upstream for the request, the client for the response.
 * Called on the stream's thread, in the order of the wire.
 */
public interface HttpSink {
  /** Request headers leave for the upstream. */
  void requestHeaders(HeaderMap headers, boolean endOfStream);

  /** A piece of the request body leaves for the upstream. */
  void requestData(Bytes data, boolean endOfStream);

  /** Request trailers leave for the upstream; they end the request. */
  void requestTrailers(HeaderMap trailers);

  /** Response headers leave for the client. */
  void responseHeaders(HeaderMap headers, boolean endOfStream);

  /** A piece of the response body leaves for the client. */
  void responseData(Bytes data, boolean endOfStream);

  /** Response trailers leave for the client; they end the response. */
  void responseTrailers(HeaderMap trailers);

  /**
   * From here on the response is the proxy's own: nothing more goes to or comes from the upstream.
   *
   * @param details why, as Envoy's response code details
   */
  void localReply(String details);

  /** The stream is reset, on both sides; nothing follows. */
  void reset(String details);

  /** A plugin has the route chosen anew; for a proxy that has routes. */
  default void clearRouteCache() {}
}
