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

  private Reply(int status, Bytes details, Bytes body, List<Header> headers, Bytes encodedHeaders) {
    this.status = status;
    this.details = details;
    this.body = body;
    this.headers = headers;
    this.encodedHeaders = encodedHeaders;
  }

  /** A reply that is encoded now and may be sent often. */
  public static Reply of(int status, String details, Bytes body, List<Header> headers) {
    return new Reply(
        status,
        Bytes.constant(details),
        body.asConstant(),
        headers,
        headers.isEmpty() ? Bytes.EMPTY : HeaderMapCodec.encode(headers).asConstant());
  }

  /** The same reply with another status and other headers, to be sent once. */
  Reply with(int newStatus, List<Header> newHeaders) {
    return new Reply(newStatus, details, body, newHeaders, HeaderMapCodec.encode(newHeaders));
  }

  public int status() {
    return status;
  }

  Bytes details() {
    return details;
  }

  List<Header> headers() {
    return headers;
  }

  /** Hands the reply to the host. */
  public void send(ReplyCalls host) {
    var answer = host.send(status, details, body, encodedHeaders, ReplyCalls.NO_GRPC_STATUS);
    if (!answer.isOk()) {
      throw new HostRefusal("proxy_send_local_response", answer);
    }
  }
}
