package dev.sluice.testkit;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.exchange.Conversation;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.Received;
import dev.sluice.host.model.UpstreamFailure;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One request on the model of a proxy, piece by piece. */
final class ModelExchange {
  private static final Header CHUNKED = Header.of("transfer-encoding", "chunked");

  /** What Envoy's routes have where nothing is said. */
  private static final Duration ROUTE_TIMEOUT = Duration.ofSeconds(15);

  private final EmbeddedProxy proxy;
  private final Conversation conversation;
  private final Request request;
  private Option<SeenRequest> seen = Option.none();

  ModelExchange(EmbeddedProxy proxy, Conversation conversation, Request request) {
    this.proxy = proxy;
    this.conversation = conversation;
    this.request = request;
  }

  /** Sends all of it and waits for the end. */
  Response run(Callee upstream) {
    send();
    await("request", () -> conversation.upstream().complete() || conversation.localReply().isDefined());
    if (conversation.localReply().isEmpty() && conversation.reset().isEmpty()) {
      SeenRequest got = seen(conversation.upstream());
      seen = Option.some(got);
      react(upstream.answer(got));
    }
    if (conversation.reset().isEmpty()) {
      await("response", () -> conversation.client().complete());
    }
    return response();
  }

  Option<SeenRequest> seen() {
    return seen;
  }

  private void send() {
    Vector<Header> headers = request.headers().fields();
    boolean chunked = request.pieces().size() > 1 || !request.trailers().fields().isEmpty();
    Bytes whole = chunked ? Bytes.EMPTY : request.body();
    HttpRequest head =
        new HttpRequest(request.method(), request.target(), request.authority(),
            (chunked ? headers.append(CHUNKED) : headers).asJava(), whole);
    Vector<Header> trailers = request.trailers().fields();
    conversation.requestHeaders(head,
        request.pieces().isEmpty() && trailers.isEmpty() && request.metadata().isEmpty());
    request.metadata().forEach(frame -> conversation.requestMetadata(frame.fields().toJavaArray(Header[]::new)));
    for (Bytes piece : request.pieces().iterator().takeWhile(next -> !over())) {
      conversation.requestData(piece, !chunked);
    }
    if (chunked && !over()) {
      endRequest(trailers);
    }
  }

  /** The end of a body of unknown length comes apart, as Envoy has it from HTTP/1.1. */
  private void endRequest(Vector<Header> trailers) {
    if (trailers.isEmpty()) {
      conversation.requestData(Bytes.EMPTY, true);
    } else {
      conversation.requestTrailers(trailers.toJavaArray(Header[]::new));
    }
  }

  private boolean over() {
    return conversation.localReply().isDefined() || conversation.reset().isDefined();
  }

  private void react(Reply reply) {
    switch (reply) {
      case Reply.Answer answer when answer.delay().compareTo(ROUTE_TIMEOUT) < 0 -> {
        proxy.advance(answer.delay());
        if (!over()) {
          answer(answer.response());
        }
      }
      case Reply.Answer tooLate -> timeOut();
      case Reply.Silence silence -> timeOut();
      case Reply.Reset reset -> conversation.upstreamFails(UpstreamFailure.RESET);
    }
  }

  private void timeOut() {
    proxy.advance(ROUTE_TIMEOUT);
    conversation.upstreamFails(UpstreamFailure.TIMEOUT);
  }

  private void answer(Response response) {
    boolean head = request.method().equals("HEAD");
    Vector<Header> headers = response.headers().fields();
    Vector<Header> trailers = head ? Vector.empty() : response.trailers().fields();
    Vector<Bytes> pieces = head ? Vector.empty() : response.pieces().reject(Bytes::isEmpty);
    boolean chunked = pieces.size() > 1 || !trailers.isEmpty();
    conversation.responseHeaders(
        new HttpResponse(response.status(), (chunked ? headers.append(CHUNKED) : headers).asJava(), response.body()),
        pieces.isEmpty() && trailers.isEmpty());
    response.metadata().forEach(frame -> conversation.responseMetadata(frame.fields().toJavaArray(Header[]::new)));
    for (Bytes piece : pieces.iterator().takeWhile(next -> conversation.reset().isEmpty())) {
      conversation.responseData(piece, !chunked);
    }
    if (chunked && conversation.reset().isEmpty()) {
      endResponse(trailers);
    }
  }

  private void endResponse(Vector<Header> trailers) {
    if (trailers.isEmpty()) {
      conversation.responseData(Bytes.EMPTY, true);
    } else {
      conversation.responseTrailers(trailers.toJavaArray(Header[]::new));
    }
  }

  private void await(String what, BooleanSupplier there) {
    if (!proxy.await(() -> there.getAsBoolean() || conversation.reset().isDefined())) {
      throw new AssertionError(
          "the plugin " + conversation.holder().getOrElse("?") + " holds the " + what + " for good");
    }
  }

  private static SeenRequest seen(Received got) {
    Vector<Header> all = Vector.ofAll(got.headers().get());
    return new SeenRequest(
        text(all, ":method"), text(all, ":path"), text(all, ":authority"), "HTTP/1.1", regular(all), got.body(),
        metadata(got), new Headers(Vector.ofAll(got.trailers())));
  }

  private Response response() {
    Received got = conversation.client();
    Bytes body = request.method().equals("HEAD") ? Bytes.EMPTY : got.body();
    return new Response(
        got.status(),
        got.headers().map(headers -> regular(Vector.ofAll(headers))).getOrElse(Headers.EMPTY),
        body,
        new Headers(Vector.ofAll(got.trailers()))).withMetadata(metadata(got));
  }

  private static Vector<Headers> metadata(Received got) {
    return Vector.ofAll(got.metadata()).map(entries -> new Headers(Vector.ofAll(entries)));
  }

  private static Headers regular(Vector<Header> all) {
    return new Headers(all.reject(header -> header.name().length() > 0 && header.name().at(0) == ':'));
  }

  private static String text(Vector<Header> all, String name) {
    return new Headers(all).first(name).getOrElse("");
  }
}
