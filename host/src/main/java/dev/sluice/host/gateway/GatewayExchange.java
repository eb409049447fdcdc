package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HeaderMap;
import dev.sluice.host.model.HeaderMapKind;
import dev.sluice.host.model.HttpStream;
import dev.sluice.host.model.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** One request on its way from the client through the plugin to the upstream and back. */
final class GatewayExchange {
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final GatewayOptions options;
  private final Upstream upstream;
  private final HttpStream stream;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final WireRequest wire;
  private HttpClientRequest forwarded;
  private HttpClientResponse received;
  private long holdTimer = NO_TIMER;
  private boolean answering;
  private boolean closing;
  private boolean over;

  GatewayExchange(
      Vertx vertx, GatewayOptions options, Upstream upstream, HttpStream stream, HttpServerRequest request) {
    this.vertx = vertx;
    this.options = options;
    this.upstream = upstream;
    this.stream = stream;
    this.request = request;
    this.response = request.response();
    this.wire = new WireRequest(request);
  }

  void begin() {
    request.pause();
    request.exceptionHandler(gone -> clientGone());
    response.exceptionHandler(gone -> clientGone());
    response.closeHandler(closed -> clientGone());
    WireRequest.Refusal refusal = wire.refusal();
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    switch (stream.requestHeaders(wire.headers(), !wire.hasBody())) {
      case Verdict.Pass pass -> forward(pass.headers());
      case Verdict.Reply reply -> answer(reply);
      case Verdict.Held held -> hold(held, "request");
    }
  }

  private void refuse(WireRequest.Refusal refusal) {
    response.setStatusCode(refusal.status()).putHeader("content-type", "text/plain");
    answering = true;
    closeAfterwards();
    request.resume();
    response.end(refusal.text() + "\n").onComplete(done -> finish());
  }

  private void forward(HeaderMap headers) {
    upstream.request(headers, this::tell).onComplete(connected -> {
      if (connected.failed()) {
        upstreamDown("is not reachable", connected.cause(), "connection_failure");
      } else if (over) {
        connected.result().reset();
      } else {
        send(connected.result(), headers);
      }
    });
  }

  private void send(HttpClientRequest target, HeaderMap headers) {
    forwarded = target;
    target.exceptionHandler(failure -> {});
    target.response().onComplete(answered -> {
      if (over || answering) {
        return;
      }
      if (answered.failed()) {
        upstreamDown("did not answer", answered.cause(), "connection_termination");
      } else {
        respond(answered.result());
      }
    });
    if (!wire.hasBody()) {
      target.end();
      request.resume();
      return;
    }
    if (wire.expectsContinue()) {
      response.writeContinue();
    }
    if (headers.first(Bytes.utf8("content-length")) == null) {
      target.setChunked(true);
    }
    // A failure shows as a lost client or as a failed response; both are handled there.
    request.pipe().endOnFailure(false).to(target);
  }

  private void respond(HttpClientResponse answer) {
    received = answer;
    received.pause();
    HeaderMap headers = new HeaderMap(HeaderMapKind.RESPONSE_HEADERS);
    headers.add(Bytes.utf8(":status"), Bytes.utf8(Integer.toString(received.statusCode())));
    WireHeaders.read(received.headers(), headers, Set.of());
    boolean bodiless = bodiless(received.statusCode()) || "0".equals(received.headers().get("content-length"));
    switch (stream.responseHeaders(headers, bodiless)) {
      case Verdict.Pass pass -> passOn(pass.headers());
      case Verdict.Reply reply -> {
        dropUpstream();
        answer(reply);
      }
      case Verdict.Held held -> hold(held, "response");
    }
  }

  private boolean bodiless(int status) {
    return wire.isHead() || status == 204 || status == 304;
  }

  private void passOn(HeaderMap headers) {
    answering = true;
    head(headers);
    if (bodiless(received.statusCode()) || bodiless(response.getStatusCode())) {
      received.resume();
      response.end().onComplete(done -> finish());
      return;
    }
    if (!response.headers().contains("content-length") && request.version() != HttpVersion.HTTP_1_0) {
      response.setChunked(true);
    }
    Future<Void> upstreamEnd = received.end();
    received.pipe().endOnFailure(false).to(response).onComplete(piped -> {
      if (piped.succeeded()) {
        finish();
      } else if (upstreamEnd.failed()) {
        upstreamBrokeOff(upstreamEnd.cause());
      } else {
        clientGone();
      }
    });
  }

  /** The client must not take what it has for a whole response. */
  private void upstreamBrokeOff(Throwable cause) {
    if (!over) {
      tell("upstream " + upstream + " broke off its response to " + line() + ": " + cause.getMessage());
      end();
      response.reset();
    }
  }

  private void answer(Verdict.Reply reply) {
    answering = true;
    head(reply.headers());
    if (wire.hasBody() && wire.expectsContinue() && forwarded == null) {
      // The client was given no leave to send its body; what it sends next on this connection could be taken for it.
      closeAfterwards();
    }
    request.resume();
    boolean bodiless = bodiless(reply.status()) || reply.body().isEmpty();
    (bodiless ? response.end() : response.end(Buffer.buffer(reply.body().toArray()))).onComplete(done -> finish());
  }

  private void head(HeaderMap headers) {
    cancelHold();
    response.setStatusCode(headers.status() == 0 ? 502 : headers.status());
    if (wire.asksToClose()) {
      closeAfterwards();
    }
    WireHeaders.write(headers.regular(), response.headers(), this::tell);
  }

  private void upstreamDown(String what, Throwable cause, String reason) {
    if (over) {
      return;
    }
    tell("upstream " + upstream + " " + what + ": " + cause.getMessage());
    String text = "upstream connect error or disconnect/reset before headers. reset reason: " + reason;
    proxyReply(503, "upstream_reset_before_response_started{" + reason + "}", text);
  }

  private void proxyReply(int status, String details, String text) {
    switch (stream.reply(status, details, text)) {
      case Verdict.Reply reply -> answer(reply);
      case Verdict.Held held -> hold(held, "response");
      case Verdict.Pass pass -> throw new IllegalStateException("a reply is never passed on");
    }
  }

  private void hold(Verdict.Held held, String what) {
    cancelHold();
    holdTimer = vertx.setTimer(options.holdTimeout().toMillis(), late -> {
      tell("plugin '" + held.plugin() + "' has held the " + what + " headers of " + line() + " for "
          + options.holdTimeout().toMillis() + " ms: answered 504");
      answering = true;
      dropUpstream();
      request.resume();
      response.setStatusCode(504).end("stream timeout").onComplete(done -> finish());
    });
  }

  private void cancelHold() {
    if (holdTimer != NO_TIMER) {
      vertx.cancelTimer(holdTimer);
      holdTimer = NO_TIMER;
    }
  }

  private void clientGone() {
    if (!over && !response.ended()) {
      dropUpstream();
      tell(line() + " broken off by the client");
      end();
    }
  }

  /** Nothing more is wanted from the upstream. */
  private void dropUpstream() {
    if (received != null) {
      received.exceptionHandler(expected -> {});
    }
    if (forwarded != null) {
      forwarded.reset();
    }
  }

  private void closeAfterwards() {
    response.putHeader("connection", "close");
    closing = true;
  }

  private void finish() {
    if (!over) {
      end();
      if (closing) {
        request.connection().close();
      }
      tell(line() + " " + response.getStatusCode() + "  " + hostcalls() + "  " + stream.pluginNanos() / 1000 + " us");
    }
  }

  private void end() {
    over = true;
    cancelHold();
    stream.end();
  }

  private String hostcalls() {
    int count = stream.hostcallCount();
    return count == 1 ? "1 hostcall" : count + " hostcalls";
  }

  private String line() {
    return Printable.of(wire.method() + " " + wire.path());
  }

  private void tell(String text) {
    options.output().accept(text);
  }
}
