package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.host.model.HeaderMap;
import io.vavr.control.Option;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One request on its way; body and trailers, where there are any, follow the headers at once. Time passes where a plugin
 * holds it.
 */
final class Exchange {
  private final EmbeddedProxy proxy;
  private final Conversation conversation;
  private final HttpRequest request;
  private final Function<HttpRequest, HttpResponse> upstream;
  private Option<HttpRequest> seen = Option.none();

  Exchange(EmbeddedProxy proxy, Conversation conversation, HttpRequest request,
      Function<HttpRequest, HttpResponse> upstream) {
    this.proxy = proxy;
    this.conversation = conversation;
    this.request = request;
    this.upstream = upstream;
  }

  HttpOutcome run() {
    try (conversation) {
      send();
      await("request", () -> conversation.upstream().complete() || conversation.localReply().isDefined());
      if (conversation.localReply().isEmpty() && conversation.reset().isEmpty()) {
        answer();
      }
      await("response", () -> conversation.client().complete());
    }
    return new HttpOutcome(response(), seen, conversation.localReply().orElse(conversation.reset()),
        conversation.hostcalls(), conversation.log());
  }

  private void send() {
    boolean bodiless = request.body().isEmpty();
    boolean trailerless = request.trailers().isEmpty();
    conversation.requestHeaders(request, bodiless && trailerless);
    if (!bodiless) {
      conversation.requestData(request.body(), trailerless);
    }
    if (!trailerless) {
      conversation.requestTrailers(request.trailers().toArray(Header[]::new));
    }
  }

  private void answer() {
    Received forwarded = conversation.upstream();
    HttpRequest complete = Messages.request(forwarded.map(), forwarded.body(), forwarded.trailers());
    seen = Option.some(complete);
    HttpResponse response = upstream.apply(complete);
    boolean head = request.method().equals("HEAD");
    boolean bodiless = head || response.body().isEmpty();
    boolean trailerless = head || response.trailers().isEmpty();
    conversation.responseHeaders(response, bodiless && trailerless);
    if (!bodiless) {
      conversation.responseData(response.body(), trailerless);
    }
    if (!trailerless) {
      conversation.responseTrailers(response.trailers().toArray(Header[]::new));
    }
  }

  private void await(String what, BooleanSupplier there) {
    if (!proxy.await(() -> there.getAsBoolean() || conversation.reset().isDefined())) {
      throw new StreamHeldException(conversation.holder().getOrElse("?"), what);
    }
  }

  private HttpResponse response() {
    Received client = conversation.client();
    HeaderMap head = client.map();
    return head == null
        ? HttpResponse.of(0, "")
        : Messages.response(head, request.method().equals("HEAD") ? Bytes.EMPTY : client.body(), client.trailers());
  }
}
