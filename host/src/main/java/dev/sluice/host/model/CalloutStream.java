package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.time.Duration;

/**
 * One request of a plugin on its way to a cluster, by the rules of Envoy's router and its asynchronous client: what goes
 * wrong before a response has begun becomes a response of the proxy's own (503, 504), what goes wrong later a reset.
 */
final class CalloutStream implements UpstreamResponse {
  private static final Bytes INTERNAL = Bytes.constant("x-envoy-internal");
  private static final Bytes EXPECTED_TIMEOUT = Bytes.constant("x-envoy-expected-rq-timeout-ms");

  private final UpstreamResponse client;
  private final Dispatcher dispatcher;
  private final Duration timeout;
  private final RequestKind kind;
  private UpstreamRequest upstream;
  private Dispatcher.Timer timer = () -> {};
  private String details = "";
  private boolean requestComplete;
  private boolean responseBegun;
  private boolean over;

  /**
   * @param timeout from the end of the request to the end of the response; zero for none
   * @param client gets the response, and is told of nothing any more after its end or a reset
   */
  private CalloutStream(HeaderMap headers, Duration timeout, UpstreamResponse client, Dispatcher dispatcher) {
    this.client = client;
    this.dispatcher = dispatcher;
    this.timeout = timeout;
    this.kind = RequestKind.of(headers);
  }

  static CalloutStream open(Cluster cluster, HeaderMap headers, boolean endOfStream, Duration timeout,
      UpstreamResponse client, Dispatcher dispatcher) {
    CalloutStream stream = new CalloutStream(headers, timeout, client, dispatcher);
    headers.replace(INTERNAL, Bytes.utf8("true"));
    if (!timeout.isZero()) {
      headers.replace(EXPECTED_TIMEOUT, Bytes.utf8(Long.toString(timeout.toMillis())));
    }
    stream.upstream = cluster.open(headers, endOfStream, stream, dispatcher);
    stream.sent(endOfStream);
    return stream;
  }

  /** Sends a piece of the body; does nothing after the end of either message. */
  void send(Bytes data, boolean endOfStream) {
    if (!over && !requestComplete) {
      upstream.data(data, endOfStream);
      sent(endOfStream);
    }
  }

  private void sent(boolean endOfStream) {
    requestComplete = endOfStream;
    if (endOfStream && !timeout.isZero()) {
      timer = dispatcher.after(timeout, this::timedOut);
    }
  }

  /** Gives the call up; the client is told of nothing any more. */
  void cancel() {
    if (finish()) {
      upstream.reset();
    }
  }

  /** Why the response is what it is, as Envoy's response code details; empty before it has begun. */
  String details() {
    return details;
  }

  private void timedOut() {
    if (over) {
      return;
    }
    upstream.reset();
    LocalReply instead = LocalReply.upstreamTimeout();
    fail(instead, instead.details());
  }

  @Override
  public void reset(String reason) {
    if (!over) {
      fail(LocalReply.upstreamReset(reason), LocalReply.lateReset(reason));
    }
  }

  private void fail(LocalReply instead, String resetDetails) {
    finish();
    if (responseBegun) {
      details = resetDetails;
      client.reset(details);
      return;
    }
    details = instead.details();
    LocalReply.Prepared reply = instead.prepare(kind);
    client.headers(reply.headers(), reply.body().isEmpty());
    if (!reply.body().isEmpty()) {
      client.data(reply.body(), true);
    }
  }

  @Override
  public void headers(HeaderMap headers, boolean endOfStream) {
    if (over || responseBegun) {
      return;
    }
    responseBegun = true;
    details = "via_upstream";
    end(endOfStream);
    client.headers(headers, endOfStream);
  }

  @Override
  public void data(Bytes data, boolean endOfStream) {
    if (!over) {
      end(endOfStream);
      client.data(data, endOfStream);
    }
  }

  @Override
  public void trailers(HeaderMap trailers) {
    if (!over) {
      end(true);
      client.trailers(trailers);
    }
  }

  /** A response that is complete before the request is ends both. */
  private void end(boolean endOfStream) {
    if (endOfStream) {
      finish();
      if (!requestComplete) {
        upstream.reset();
      }
    }
  }

  private boolean finish() {
    boolean first = !over;
    over = true;
    timer.cancel();
    return first;
  }
}
