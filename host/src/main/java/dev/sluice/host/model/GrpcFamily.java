package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.GrpcStatus;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.GrpcCalls;
import java.time.Duration;
import java.util.List;

/** gRPC calls of the plugin; they belong to its root context, whatever context asks. */
public final class GrpcFamily implements GrpcCalls {
  private static final String CALL = "proxy_grpc_call";
  private static final String OPEN = "proxy_grpc_stream";
  private static final String SEND = "proxy_grpc_send";
  private static final String CANCEL = "proxy_grpc_cancel";
  private static final String CLOSE = "proxy_grpc_close";
  private static final String STATUS = "proxy_get_status";

  private final CurrentContext current;

  GrpcFamily(CurrentContext current) {
    this.current = current;
  }

  /** {@inheritDoc} The timeout is unsigned; 0 means none. An unknown cluster is a {@link Status#PARSE_FAILURE}. */
  @Override
  public Answer call(
      Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata, Bytes message, int timeoutMillis) {
    GrpcCallouts callouts = current.require(CALL).root().grpcCallouts();
    List<Header> metadata = HeaderFamily.decode(initialMetadata);
    Duration timeout = Duration.ofMillis(Integer.toUnsignedLong(timeoutMillis));
    Answer token = callouts.call(upstream, path(service, method), metadata, message, timeout);
    current.called(CALL, token.status(), upstream, service, method, metadata, message, timeout.toMillis());
    return token;
  }

  /** {@inheritDoc} An unknown cluster is a {@link Status#PARSE_FAILURE}. */
  @Override
  public Answer open(Bytes upstream, Bytes service, Bytes method, Bytes initialMetadata) {
    GrpcCallouts callouts = current.require(OPEN).root().grpcCallouts();
    List<Header> metadata = HeaderFamily.decode(initialMetadata);
    Answer token = callouts.open(upstream, path(service, method), metadata);
    current.called(OPEN, token.status(), upstream, service, method, metadata);
    return token;
  }

  private static String path(Bytes service, Bytes method) {
    return "/" + service.latin1() + "/" + method.latin1();
  }

  @Override
  public Status send(int token, Bytes message, boolean endOfStream) {
    Status status = current.require(SEND).root().grpcCallouts().send(token, message, endOfStream);
    current.called(SEND, status, token, message, endOfStream);
    return status;
  }

  /** {@inheritDoc} {@link Status#NOT_FOUND} for one that is over, {@link Status#BAD_ARGUMENT} for what was none. */
  @Override
  public Status cancel(int token) {
    Status status = current.require(CANCEL).root().grpcCallouts().cancel(token);
    current.called(CANCEL, status, token);
    return status;
  }

  /** {@inheritDoc} A call with one answer is given up by that. */
  @Override
  public Status close(int token) {
    Status status = current.require(CLOSE).root().grpcCallouts().close(token);
    current.called(CLOSE, status, token);
    return status;
  }

  /**
   * {@inheritDoc} After a failed HTTP call the code is that of {@link Status#BROKEN_CONNECTION}, as in Envoy; a call that
   * ends well leaves the code as it is.
   */
  @Override
  public GrpcStatus status() {
    GrpcStatus status = current.require(STATUS).root().callStatus().get();
    current.called(STATUS, Status.OK);
    return status;
  }
}
