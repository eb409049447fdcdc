package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import java.util.List;

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

  /** HTTP/2 metadata leaves for the upstream; a sink that speaks HTTP/1.1 has no place for it. */
  default void requestMetadata(List<Header> entries) {}

  /** Response headers leave for the client. */
  void responseHeaders(HeaderMap headers, boolean endOfStream);

  /** A piece of the response body leaves for the client. */
  void responseData(Bytes data, boolean endOfStream);

  /** Response trailers leave for the client; they end the response. */
  void responseTrailers(HeaderMap trailers);

  /** HTTP/2 metadata leaves for the client; a sink that speaks HTTP/1.1 has no place for it. */
  default void responseMetadata(List<Header> entries) {}

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
