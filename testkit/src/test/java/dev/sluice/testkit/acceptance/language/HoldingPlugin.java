package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Step;
import java.time.Duration;

/** Holds streams for bodies and for answers of other services, and changes headers afterwards. */
public final class HoldingPlugin implements SluicePlugin {
  static final int LIMIT = 100_000;

  @Override
  public Plugin define(Settings settings) {
    return plugin("holding")
        .request(
            when(path().startsWith("/body")).then(readBody()),
            when(path().startsWith("/replace")).then(setRequestBody(header("x-new"))),
            when(path().startsWith("/call")).then(askWho()),
            when(path().startsWith("/both")).then(askWho(), readBody(), askAgain()))
        .response(
            when(path().startsWith("/answer")).then(
                when(responseBody().limit(LIMIT).contains("secret")).respond(502, "kept"),
                setHeader("x-read", "yes"),
                when(header("x-new").present()).then(setResponseBody(header("x-new")))));
  }

  private static Step readBody() {
    return sequence(
        bind("body", requestBody().limit(LIMIT).within(Duration.ofMillis(500))),
        when(ref("body").contains("forbidden")).respond(403, "no"),
        setHeader("x-read", "yes"));
  }

  private static Step askWho() {
    return sequence(
        call(cluster("who"), get("/who").header("x-token", header("x-token")))
            .within(Duration.ofMillis(500))
            .retry(1)
            .onFailure(respond(503, "who is down")),
        when(answer().status().isNot(200)).respond(401, "not you"),
        setHeader("x-user", answer().body()),
        setHeader("x-tag", answer().header("x-tag")));
  }

  private static Step askAgain() {
    return sequence(
        call(cluster("audit"), post("/audit", ref("body"))).as("audit")
            .acceptServerErrors()
            .onFailure(setHeader("x-audit", "none")),
        setHeader("x-status", answer("audit").header("x-tag")));
  }
}
