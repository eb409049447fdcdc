package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.HttpCall;
import dev.sluice.step.Step;
import java.time.Duration;

/** Asks several services at once, again and again, later, and by gRPC. */
public final class CallsPlugin implements SluicePlugin {
  private static final Duration SHORT = Duration.ofMillis(500);

  @Override
  public Plugin define(Settings settings) {
    return plugin("calls")
        .request(
            when(path().is("/all")).then(
                all(ask("one").as("one"), ask("two").as("two").onFailure(setHeader("x-failed", "two"))),
                setHeader("x-one", answer("one").body()),
                setHeader("x-two", answer("two").body())),
            when(path().is("/first")).then(
                first(ask("one"), ask("two")).as("winner").onFailure(respond(502, "nobody")),
                setHeader("x-first", answer("winner").body())),
            when(path().is("/retry")).then(
                ask("one").retry(3).backoff(Duration.ofMillis(20)),
                setHeader("x-one", answer().body())),
            when(path().is("/delay")).then(
                bind("before", now().epochMillis().asText()),
                delay(Duration.ofMillis(150)),
                when(now().epochMillis().minus(ref("before").asLong()).atLeast(150)).setHeader("x-waited", "true")),
            when(path().is("/grpc")).then(
                grpcCall(cluster("users"), "acme.Users/Find",
                    protobuf().string(1, header("x-user")).varint(2, 7).message(3, protobuf().bool(1, true)))
                    .metadata("x-meta", header("x-meta"))
                    .within(SHORT)
                    .onFailure(respond(502, grpcAnswer().statusMessage())
                        .header("x-status", grpcAnswer().status().asText())),
                found()),
            when(path().is("/accept")).then(
                grpcCall(cluster("users"), "/acme.Users/Find", header("x-user")).as("any").acceptErrors(),
                setHeader("x-status", grpcAnswer("any").status().asText())),
            when(path().is("/unknown")).then(
                grpcCall(cluster("nowhere"), "acme.Users/Find", header("x-user")).retry(1)),
            when(path().is("/stream")).then(
                grpcStream(cluster("users"), "acme.Users/List")
                    .send(header("x-user"))
                    .send(header("x-none"))
                    .send(text("end"))
                    .collect(3)
                    .answerLimit(100)
                    .within(SHORT)
                    .onFailure(respond(502).header("x-status", grpcAnswer().status().asText())),
                setHeader("x-count", grpcAnswer().messages().count().asText()),
                setHeader("x-all", grpcAnswer().messages().join("+"))));
  }

  private static Step found() {
    return sequence(
        setHeader("x-role", grpcAnswer().message().protobuf(2)),
        setHeader("x-number", grpcAnswer().message().protobufNumber(1).asText()),
        setHeader("x-groups", grpcAnswer().message().protobufEach(4).join(",")));
  }

  private static HttpCall ask(String name) {
    return call(cluster(name), get("/ask")).within(SHORT);
  }
}
