package dev.sluice.laws.reference;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.Reaction;
import java.time.Duration;

/** The one service that pipelines call: what it does follows from the path. */
public final class Service {
  private Service() {}

  public static Reaction answer(HttpRequest request) {
    String path = request.path();
    if (path.startsWith("/reset")) {
      return Reaction.reset();
    }
    if (path.startsWith("/never")) {
      return Reaction.silence();
    }
    HttpResponse plain = HttpResponse.of(path.startsWith("/500") ? 500 : path.startsWith("/404") ? 404 : 200,
        request.method() + " " + path).header("x-answer", "one").header("x-answer", "two");
    HttpResponse response = request.body().isEmpty() ? plain
        : new HttpResponse(plain.status(), plain.headers(),
            Bytes.latin1(plain.body().latin1() + " " + request.body().latin1()));
    return path.startsWith("/slow") ? Reaction.after(Duration.ofSeconds(1), response) : Reaction.of(response);
  }
}
