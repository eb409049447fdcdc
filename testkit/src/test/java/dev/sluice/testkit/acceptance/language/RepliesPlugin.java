package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.GrpcCode;

/** Answers in all the ways there are, by the path. */
public final class RepliesPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("replies")
        .request(
            when(path().is("/text")).then(respond(404, header("x-a")).header("x-b", header("x-b"))),
            when(path().is("/json")).respondJson(
                403, "{\"error\": \"no {}\", \"user\": \"{}\", \"none\": \"{}\"}", method(), header("x-user"),
                header("x-none")),
            when(path().is("/grpc")).respondGrpc(GrpcCode.RESOURCE_EXHAUSTED, "a lot: 100%"),
            when(path().is("/plain")).respond(403, "not you"),
            when(path().is("/moved")).redirect(301, "https://example.com/"),
            when(path().is("/next")).redirect(302, query("to")),
            when(path().is("/body")).then(respond(200, requestBody()).header("content-type", "text/csv")),
            when(path().is("/own")).then(step("own", exchange -> exchange.respond(
                respond(418, exchange.header("x-a").map(text -> text.utf8()).getOrElse("none"))))))
        .response(
            when(path().is("/out")).then(
                respondJson(502, "{\"was\": \"{}\"}", header("x-secret")).header("x-id", header("x-id"))));
  }
}
