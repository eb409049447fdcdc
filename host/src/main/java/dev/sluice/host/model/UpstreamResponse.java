package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** What comes back from a {@link Cluster}: headers, pieces of the body, trailers, or a reset at any time. */
public interface UpstreamResponse {
  /** Headers of a final response. */
  void headers(HeaderMap headers, boolean endOfStream);

  /** A piece of the body. */
  void data(Bytes data, boolean endOfStream);

  /** Trailers; they end the response. */
  void trailers(HeaderMap trailers);

  /**
   * The stream is broken off, by the upstream or on the way to it; nothing follows.
   *
   * @param reason in Envoy's words, such as {@code connection termination}
   */
  void reset(String reason);
}
