package dev.sluice.abi.call;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;

/** Answers from the plugin itself. */
public interface ReplyCalls {
  /** No gRPC status: a plain HTTP reply. */
  int NO_GRPC_STATUS = -1;

  /**
   * Answers the request in the upstream's place ({@code proxy_send_local_response}). The host acts when the current
   * callback has returned and ignores what that callback answers. At most once a stream.
   *
   * @param httpStatus 200 to 599
   * @param details what Envoy's access log shows as response code details
   * @param headers serialized pairs, see {@link dev.sluice.abi.codec.HeaderMapCodec}
   * @param grpcStatus 0 to 16, or {@link #NO_GRPC_STATUS}
   */
  Status send(int httpStatus, Bytes details, Bytes body, Bytes headers, int grpcStatus);
}
