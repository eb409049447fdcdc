package dev.sluice.host.exchange;

import dev.sluice.host.model.HttpStream;
import dev.sluice.host.model.Verdict;
import io.vavr.control.Option;
import java.util.function.Function;

/** One request on its way. */
final class Exchange {
  private final HttpStream stream;
  private final HttpRequest request;
  private final Function<HttpRequest, HttpResponse> upstream;
  private Option<HttpRequest> seen = Option.none();
  private Option<String> localReply = Option.none();

  Exchange(HttpStream stream, HttpRequest request, Function<HttpRequest, HttpResponse> upstream) {
    this.stream = stream;
    this.request = request;
    this.upstream = upstream;
  }

  HttpOutcome run() {
    HttpResponse response;
    try {
      response = respond();
    } finally {
      stream.end();
    }
    return new HttpOutcome(response, seen, localReply, stream.hostcalls(), stream.log());
  }

  private HttpResponse respond() {
    return switch (stream.requestHeaders(Messages.headers(request), request.body().isEmpty())) {
      case Verdict.Pass pass -> throughUpstream(Messages.request(pass.headers(), request.body()));
      case Verdict.Reply reply -> local(reply);
      case Verdict.Held held -> throw new StreamHeldException(held.plugin(), "request");
    };
  }

  private HttpResponse throughUpstream(HttpRequest forwarded) {
    seen = Option.some(forwarded);
    HttpResponse answer = upstream.apply(forwarded);
    boolean bodiless = answer.body().isEmpty() || request.method().equals("HEAD");
    return switch (stream.responseHeaders(Messages.headers(answer), bodiless)) {
      case Verdict.Pass pass -> Messages.response(pass.headers(), answer.body(), request);
      case Verdict.Reply reply -> local(reply);
      case Verdict.Held held -> throw new StreamHeldException(held.plugin(), "response");
    };
  }

  private HttpResponse local(Verdict.Reply reply) {
    localReply = Option.some(reply.details());
    return Messages.response(reply.headers(), reply.body(), request);
  }
}
