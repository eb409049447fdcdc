package dev.sluice.dsl;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.sluice.abi.LogLevel;
import dev.sluice.plan.PipelinePlan;
import org.junit.jupiter.api.Test;

/** What README shows can be written and planned. */
class ReadmeExampleTest {
  @Test
  void thePipelineOfReadme() {
    Plugin checkout = plugin("checkout")
        .request(
            bind("user", header("authorization").single().bearer()),
            call(cluster("auth"), get("/introspect").header("x-token", ref("user"))).onFailure(respond(503)),
            when(answer().status().isNot(200)).respond(401),
            when(requestBody().json("/amount").asLong().greaterThan(1_000)).setHeader("x-audit", "1"),
            setHeader("x-user", answer().body().json("/sub")))
        .response(streamResponse(maskingDigits(13)))
        .log(log(LogLevel.INFO, template("{} {}", method(), path())));
    PipelinePlan plan = checkout.plan();
    assertNotNull(plan.request().suspension());
    assertNotNull(plan.response());
    assertNotNull(plan.log());
  }
}
