package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.time.Duration;

/**
 * One gRPC call of a plugin as an HTTP stream, by the rules of Envoy's own gRPC client
 * ({@code source/common/grpc/async_client_impl.cc}).
 */
final class GrpcCallout implements UpstreamResponse {
  private static final int UNKNOWN = 2;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int INTERNAL = 13;
  private static final int MOST_STATUS = 16;
  private static final int NO_STATUS = -1;

  private final GrpcAnswer answer;
  private final GrpcFrames frames = new GrpcFrames(this::message);
  private CalloutStream stream;
  private String details = "";
  private boolean over;

  private GrpcCallout(GrpcAnswer answer) {
    this.answer = answer;
  }

  /** @param timeout zero for none */
  static GrpcCallout open(
      Cluster cluster, HeaderMap headers, Duration timeout, GrpcAnswer answer, Dispatcher dispatcher) {
    GrpcCallout call = new GrpcCallout(answer);
    call.stream = CalloutStream.open(cluster, headers, false, timeout, call, dispatcher);
    return call;
  }

  /** A call that has failed before it could be opened: the proxy answers by itself. */
  static void refuse(LocalReply reply, GrpcAnswer answer) {
    GrpcCallout call = new GrpcCallout(answer);
    call.details = reply.details();
    call.headers(reply.prepare(RequestKind.GRPC).headers(), true);
  }

  void send(Bytes message, boolean endOfStream) {
    stream.send(GrpcFrames.frame(message), endOfStream);
  }

  /** Sends the end of the stream; answers still come. */
  void halfClose() {
    stream.send(Bytes.EMPTY, true);
  }

  /** Gives the call up; nothing comes any more. */
  void cancel() {
    over = true;
    stream.cancel();
  }

  @Override
  public void headers(HeaderMap headers, boolean endOfStream) {
    boolean good = headers.status() == 200;
    if (good && !endOfStream) {
      answer.initialMetadata(headers);
      return;
    }
    answer.initialMetadata(new HeaderMap(HeaderMapKind.RESPONSE_HEADERS));
    if (over) {
      return;
    }
    if (endOfStream && (good || headers.first(Names.GRPC_STATUS) != null)) {
      trailers(headers);
    } else {
      fail(GrpcStatusCodes.ofHttp(headers.status()));
    }
  }

  private void message(Bytes message) {
    if (!over) {
      answer.message(message);
    }
  }

  @Override
  public void data(Bytes data, boolean endOfStream) {
    GrpcFrames.Outcome outcome = frames.take(data);
    if (outcome != GrpcFrames.Outcome.FINE) {
      fail(outcome == GrpcFrames.Outcome.TOO_LARGE ? RESOURCE_EXHAUSTED : INTERNAL);
    } else if (endOfStream) {
      fail(UNKNOWN);
    }
  }

  @Override
  public void trailers(HeaderMap trailers) {
    int status = status(trailers.first(Names.GRPC_STATUS));
    Bytes message = trailers.first(Names.GRPC_MESSAGE);
    close(trailers, status, message == null ? Bytes.EMPTY : message);
  }

  private static int status(Bytes text) {
    if (text == null || text.isEmpty()) {
      return UNKNOWN;
    }
    try {
      int status = Integer.parseInt(text.latin1());
      return status >= 0 && status <= MOST_STATUS ? status : NO_STATUS;
    } catch (NumberFormatException e) {
      return NO_STATUS;
    }
  }

  @Override
  public void reset(String reason) {
    fail(INTERNAL);
  }

  private void fail(int status) {
    close(new HeaderMap(HeaderMapKind.RESPONSE_TRAILERS), status, Bytes.EMPTY);
  }

  private void close(HeaderMap trailers, int status, Bytes message) {
    if (over) {
      return;
    }
    answer.trailingMetadata(trailers);
    if (over) {
      return;
    }
    over = true;
    if (stream != null) {
      details = stream.details();
      stream.cancel();
    }
    answer.closed(status, withDetails(message));
  }

  /** The message with how the response came about. */
  private Bytes withDetails(Bytes message) {
    if (message.isEmpty() || details.isEmpty()) {
      return message.isEmpty() ? Bytes.utf8(details) : message;
    }
    return Bytes.latin1(message.latin1() + "{" + details + "}");
  }
}
