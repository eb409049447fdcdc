package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** What comes back from a gRPC service, in this order; after the close nothing. */
interface GrpcAnswer {
  void initialMetadata(HeaderMap metadata);

  void message(Bytes message);

  void trailingMetadata(HeaderMap metadata);

  /** @param status a gRPC status code, -1 where the service sent none that exists */
  void closed(int status, Bytes message);
}
