package dev.sluice.hostcalls;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.dsl.Plugin;
import dev.sluice.host.exchange.HttpRequest;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * A plugin as people write them, in the language and by hand against the ABI, with a request that takes its usual way.
 *
 * @param byHand does the same with as few hostcalls as its author can think of
 */
record Typical(String what, Plugin ours, Function<Hostcalls, HostCallbacks> byHand, HttpRequest request) {
  private static final HttpRequest GET = HttpRequest.get("/api/orders?page=2")
      .header("x-user-id", "ann")
      .header("authorization", "Bearer let-me")
      .header("x-request-id", "7");

  static final Vector<Typical> ALL = Vector.of(
      new Typical("403 without a header",
          plugin("a").request(when(header("x-user-id").missing()).respond(403)), ByHand.RequireUser::new, GET),
      new Typical("one request header set",
          plugin("a").request(setHeader("x-edge", "1")), ByHand.SetOne::new, GET),
      new Typical("a response header taken out, another one set",
          plugin("a").response(removeHeader("server"), setHeader("x-frame-options", "DENY")), ByHand.Secure::new, GET),
      new Typical("six request headers set",
          plugin("a")
              .request(setHeaders(Map.of("x-1", "1", "x-2", "2", "x-3", "3", "x-4", "4", "x-5", "5", "x-6", "6"))),
          ByHand.SetSix::new, GET),
      new Typical("path prefix rewritten",
          plugin("a").request(replacePathPrefix("/api", "/v2")), ByHand.Prefix::new, GET),
      new Typical("bearer token compared, repeated ones refused",
          plugin("a").request(
              when(header("authorization").single().bearer().constantTimeIs("let-me").not()).respond(401)),
          ByHand.Bearer::new, GET),
      new Typical("five questions about headers and path",
          plugin("a").request(
              when(path().startsWith("/admin").or(method().is("TRACE"))).respond(403),
              when(header("x-user-id").missing().or(header("x-request-id").missing())).respond(400),
              when(header("x-debug").present()).setHeader("x-log", "1")),
          ByHand.Questions::new, GET),
      new Typical("request id kept",
          plugin("a").request(when(header("x-request-id").missing()).setHeader("x-request-id", randomUuid())),
          ByHand.KeepId::new, GET),
      new Typical("another service decides",
          plugin("a").request(
              call(cluster("auth"), get("/check").header("authorization", header("authorization")))
                  .within(Duration.ofMillis(200)),
              when(answer().status().isNot(200)).respond(401)),
          ByHand.AskAuth::new, GET),
      new Typical("a whole JSON body read",
          plugin("a").request(when(requestBody().json("/amount").asLong().greaterThan(1000)).respond(403)),
          ByHand.ReadBody::new, HttpRequest.of("POST", "/pay")
              .header("content-type", "application/json")
              .body("{\"amount\": 7}")),
      new Typical("response body replaced as it passes",
          plugin("a").response(streamResponse(replacing("up", "down"))), ByHand.ReplaceBody::new, GET),
      new Typical("requests counted in a metric",
          plugin("a").request(counter("requests").increment()), ByHand.Count::new, GET));
}
