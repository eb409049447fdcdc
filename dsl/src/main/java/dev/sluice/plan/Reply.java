package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.call.ReplyCalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.util.List;

/** An answer of the plugin itself, in the form in which it is sent. */
public final class Reply {
  private final int status;
  private final Bytes details;
  private final Bytes body;
  private final List<Header> headers;
  private final Bytes encodedHeaders;
  private final int grpcStatus;

  private Reply(
      int status, Bytes details, Bytes body, List<Header> headers, Bytes encodedHeaders, int grpcStatus) {
    this.status = status;
    this.details = details;
    this.body = body;
    this.headers = headers;
    this.encodedHeaders = encodedHeaders;
    this.grpcStatus = grpcStatus;
  }

  /** A reply that is encoded now and may be sent often. */
  public static Reply of(int status, String details, Bytes body, List<Header> headers) {
    return new Reply(
        status,
        Bytes.constant(details),
        body.asConstant(),
        headers,
        headers.isEmpty() ? Bytes.EMPTY : HeaderMapCodec.encode(headers).asConstant(),
        ReplyCalls.NO_GRPC_STATUS);
  }

  /**
   * A reply that is sent once.
   *
   * @param grpcStatus for a gRPC request, {@link ReplyCalls#NO_GRPC_STATUS} for what the host makes of the status
   */
  public static Reply once(int status, Bytes details, Bytes body, List<Header> headers, int grpcStatus) {
    return new Reply(status, details, body, headers, HeaderMapCodec.encode(headers), grpcStatus);
  }

  /** The same reply with another status and other headers, to be sent once. */
  Reply with(int newStatus, List<Header> newHeaders) {
    return once(newStatus, details, body, newHeaders, grpcStatus);
  }

  /** The same reply with another body, to be sent once. */
  Reply withBody(Bytes newBody) {
    return new Reply(status, details, newBody, headers, encodedHeaders, grpcStatus);
  }

  public int status() {
    return status;
  }

  Bytes details() {
    return details;
  }

  Bytes body() {
    return body;
  }

  List<Header> headers() {
    return headers;
  }

  /** Hands the reply to the host. */
  public void send(ReplyCalls host) {
    var answer = host.send(status, details, body, encodedHeaders, grpcStatus);
    if (!answer.isOk()) {
      throw new HostRefusal("proxy_send_local_response", answer);
    }
  }
}
