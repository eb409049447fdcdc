package dev.sluice.testkit.acceptance;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.time.Duration;

/** Does what plugins of other kits hang, crash or lose data at. */
public final class PainsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("pains").with(outer()).with(asks()).with(replies()).with(fails()).with(bytes()).with(bodies());
  }

  /** Sees the replies of all others on their way out, and asks a service then as well. */
  private static Filter outer() {
    return response(
        when(path().startsWith("/reply")).then(
            call(cluster("who"), get("/late")).as("late")
                .within(Duration.ofSeconds(5))
                .onFailure(setHeader("x-late", "none")),
            setHeader("x-late", answer("late").body())),
        when(path().is("/reply/twice")).respond(504, "the second reply"));
  }

  private static Filter asks() {
    return request(
        when(path().startsWith("/ask")).then(
            call(cluster("who"), get("/one")).as("one").onFailure(respond(500)),
            call(cluster("who"), get("/two").header("x-one", answer("one").body())).as("two").onFailure(respond(500)),
            bind("body", requestBody()),
            call(cluster("who"), post("/three", ref("body"))).as("three").onFailure(respond(500)),
            when(answer("three").body().contains("stop")).respond(403, "stopped"),
            setHeader("x-answers", template("{} {} {}",
                answer("one").body().orElse(""), answer("two").body().orElse(""), answer("three").body().orElse("")))));
  }

  private static Filter replies() {
    return request(
        when(path().startsWith("/reply")).then(
            call(cluster("who"), get("/first")).onFailure(respond(500)),
            respond(401, "the first reply")))
        .response(setHeader("x-entered", "replies"));
  }

  private static Filter fails() {
    return request(when(path().is("/fail")).then(step("fails", exchange -> {
      throw new IllegalStateException("a bug");
    }))).response(when(path().is("/fail-out")).then(step("fails", exchange -> {
      throw new IllegalStateException("another bug");
    })));
  }

  private static Filter bytes() {
    return request(
        when(path().startsWith("/bytes")).then(
            when(header("x-raw").contains("secret")).respond(403),
            setHeader("x-copy", header("x-raw")),
            setHeader("x-changed", header("x-raw").lowerCase().prepend("<").append(">")),
            log(LogLevel.INFO, header("x-raw").prepend("raw: "))))
        .response(when(path().startsWith("/bytes")).then(setHeader("x-back", header("x-raw"))));
  }

  private static Filter bodies() {
    return request(
        when(path().startsWith("/held")).then(
            bind("held", requestBody()),
            setHeader("x-length", ref("held").length().asText())),
        when(path().is("/unknown")).then(
            call(cluster("nowhere"), get("/")).as("nowhere").onFailure(respond(504, "nobody there"))));
  }
}
