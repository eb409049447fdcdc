package dev.sluice.laws.reference;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.Reaction;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** The one service that pipelines call: what it does follows from the path. */
public final class Service {
  private static final HttpResponse RESET = HttpResponse.of(503, Reference.UPSTREAM_RESET);
  private static final HttpResponse LATE = HttpResponse.of(504, "upstream request timeout");

  private Service() {}

  /** @param before what it was asked before, as {@link Reference#describe} has it */
  public static Reaction answer(HttpRequest request, List<String> before) {
    String path = request.path();
    if (path.startsWith("/reset")) {
      return Reaction.reset();
    }
    if (path.startsWith("/never")) {
      return Reaction.silence();
    }
    if (path.startsWith("/cut")) {
      return new Reaction.BrokenOff(HttpResponse.of(200, "cut"), Duration.ZERO);
    }
    boolean failsOnce = path.startsWith("/later") && Collections.frequency(before, Reference.describe(request)) == 0;
    HttpResponse plain =
        HttpResponse.of(path.startsWith("/500") || failsOnce ? 500 : path.startsWith("/404") ? 404 : 200,
            request.method() + " " + path).header("x-answer", "one").header("x-answer", "two");
    HttpResponse response = request.body().isEmpty() ? plain
        : new HttpResponse(plain.status(), plain.headers(),
            Bytes.latin1(plain.body().latin1() + " " + request.body().latin1()));
    return path.startsWith("/slow") ? Reaction.after(Duration.ofSeconds(1), response) : Reaction.of(response);
  }

  /**
   * What comes of a call, and when.
   *
   * @param answer null where one has begun and does not end
   */
  record Outcome(long millis, HttpResponse answer) {}

  /** What the proxy makes of the service's answer to a call that waits at most so long. */
  static Outcome outcome(HttpRequest request, List<String> before, int most) {
    Outcome outcome = switch (answer(request, before)) {
      case Reaction.Answer(HttpResponse response, Duration delay) -> new Outcome(delay.toMillis(), response);
      case Reaction.Reset(Duration delay) -> new Outcome(delay.toMillis(), RESET);
      case Reaction.BrokenOff(HttpResponse begun, Duration delay) -> new Outcome(delay.toMillis(), null);
      case Reaction.Silence() -> new Outcome(Long.MAX_VALUE, null);
    };
    return outcome.millis < most ? outcome : new Outcome(most, LATE);
  }
}
