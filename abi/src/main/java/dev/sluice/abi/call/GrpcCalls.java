package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Status;

/** gRPC calls of the plugin itself. Answers come by the gRPC callbacks with the token of the call. */
public interface GrpcCalls {
  /**
   * One request, one answer ({@code proxy_grpc_call}).
   *
   * @param upstream Envoy: a serialized {@code GrpcService}, or else the name of a cluster; a name that happens to be a
   *     serialized message without a target ({@code hi} is one) crashes Envoy
   * @param initialMetadata serialized pairs
   * @param timeoutMillis unsigned; 0 means none at all, of which Envoy tells the service as {@code grpc-timeout: 0m}
   * @return {@link Status#PARSE_FAILURE} for an unknown cluster
   */
  default Answer call(
      Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata, Bytes message, int timeoutMillis) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Opens a stream of messages ({@code proxy_grpc_stream}). */
  default Answer open(Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Sends a message on an open stream ({@code proxy_grpc_send}). */
  default Status send(int token, Bytes message, boolean endOfStream) {
    return Status.UNIMPLEMENTED;
  }

  /** Gives a call or stream up ({@code proxy_grpc_cancel}); no callback comes any more. */
  default Status cancel(int token) {
    return Status.UNIMPLEMENTED;
  }

  /** Closes a stream from our side ({@code proxy_grpc_close}). */
  default Status close(int token) {
    return Status.UNIMPLEMENTED;
  }

  /** How the call that the current callback is about ended ({@code proxy_get_status}). */
  default GrpcStatus status() {
    return new GrpcStatus(0, Fetched.failed(Status.UNIMPLEMENTED));
  }
}
