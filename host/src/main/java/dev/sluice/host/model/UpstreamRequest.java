package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** What goes to a {@link Cluster} after the headers of a request. */
public interface UpstreamRequest {
  /** A piece of the body. */
  void data(Bytes data, boolean endOfStream);

  /** Breaks the stream off; nothing of a response comes any more. */
  void reset();
}
