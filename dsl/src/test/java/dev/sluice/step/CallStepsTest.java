package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.explain.Explanation;
import dev.sluice.explain.HostcallUse;
import dev.sluice.explain.Way;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.collection.List;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What calls say about themselves; how they go is tested in every place. */
class CallStepsTest {
  private static HttpCall ask(String name) {
    return call(cluster(name), get("/" + name)).as(name);
  }

  private static List<Way> ways(Step... steps) {
    var plugin = plugin("p").request(steps);
    return Explanation.of(settings -> plugin).request().get().all().get();
  }

  private static List<String> outcomes(Step... steps) {
    return ways(steps).map(way -> way.decisions().mkString("; ") + " -> " + way.outcome());
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("call a: GET \"/a\" as \"a\"", ask("a").describe());
    assertEquals("all of call a: GET \"/a\" as \"a\"; call b: GET \"/b\" as \"b\"", all(ask("a"), ask("b")).describe());
    assertEquals("first of call a: GET \"/a\" as \"a\" as \"x\"", first(ask("a")).as("x").describe());
    assertEquals("delay 1500 ms", delay(Duration.ofMillis(1500)).describe());
    assertEquals("gRPC call a: p.S/M with protobuf {1: method, 2: 5}",
        grpcCall(cluster("a"), "p.S/M", protobuf().string(1, method()).varint(2, 5)).describe());
    assertEquals("gRPC stream a: S/M with path, \"x\" as \"s\"",
        grpcStream(cluster("a"), "/S/M").send(path()).send(text("x")).as("s").describe());
  }

  @Test
  void aCallIsExplained() {
    assertEquals(
        List.of("call a: GET \"/a\" as \"a\" is answered -> continues",
            "call a: GET \"/a\" as \"a\" fails -> answers 503",
            "the proxy refuses to make it: call a: GET \"/a\" as \"a\" fails -> answers 503"),
        outcomes(ask("a").retry(3).backoff(Duration.ofMillis(10))));
    assertEquals(
        List.of("proxy_http_call", "proxy_get_header_map_value", "proxy_set_effective_context",
            "proxy_continue_stream"),
        ways(ask("a")).get(0).hostcalls());
    assertEquals(List.of("proxy_http_call", "proxy_log", "proxy_send_local_response"),
        ways(ask("a")).get(2).hostcalls());
  }

  @Test
  void severalCallsAreExplained() {
    List<String> all = outcomes(all(ask("a"), ask("b").onFailure(removeHeader("x"))), respond(204));
    assertEquals(3, all.size());
    assertTrue(all.get(0).startsWith("the calls are over; ") && all.get(0).endsWith("is answered -> answers 204"),
        all.get(0));
    assertTrue(all.get(1).endsWith("call b: GET \"/b\" as \"b\" fails -> answers 204"), all.get(1));
    assertTrue(all.get(2).endsWith("call a: GET \"/a\" as \"a\" fails -> answers 503"), all.get(2));
    assertEquals(List.of("continues", "answers 502"),
        ways(first(ask("a"), ask("b")).onFailure(respond(502))).map(Way::outcome));
    Way fastest = ways(first(ask("a"), ask("b"))).get(0);
    assertEquals(List.of("proxy_http_call", "proxy_http_call", "proxy_get_header_map_value",
        "proxy_set_effective_context", "proxy_continue_stream"),
        fastest.uses().filter(HostcallUse::certain).map(HostcallUse::hostcall));
    assertEquals(9, fastest.most());
  }

  @Test
  void grpcAndTimeAreExplained() {
    assertEquals(List.of("100 ms are over -> continues"), outcomes(delay(Duration.ofMillis(100))));
    assertEquals(
        List.of("proxy_grpc_call", "proxy_get_buffer_bytes", "proxy_set_effective_context", "proxy_continue_stream"),
        ways(grpcCall(cluster("a"), "S/M", text("x"))).get(0).hostcalls());
    Way stream = ways(grpcStream(cluster("a"), "S/M").send(text("x")).collect(2)).get(0);
    assertEquals(List.of("proxy_grpc_stream", "proxy_get_current_time_nanoseconds", "proxy_grpc_send",
        "proxy_grpc_close", "proxy_set_effective_context", "proxy_continue_stream"),
        stream.uses().filter(HostcallUse::certain).map(HostcallUse::hostcall));
    assertEquals(2, stream.hostcalls().count("proxy_get_buffer_bytes"::equals));
  }

  @Test
  void callsAreValues() {
    assertEquals(ask("a").retry(2).backoff(Duration.ofMillis(5)), ask("a").retry(2).backoff(Duration.ofMillis(5)));
    assertFalse(ask("a").retry(2).equals(ask("a").retry(2).backoff(Duration.ofMillis(5))));
    assertEquals(protobuf().bool(1, true), protobuf().varint(1, 1));
  }

  @Test
  void answersNeedTheirCalls() {
    for (Step step : List.of(setHeader("x", grpcAnswer().message()),
        setHeader("x", grpcAnswer("a").messages().join("")),
        setHeader("x", grpcAnswer("a").status().asText()), setHeader("x", grpcAnswer().statusMessage()))) {
      String refused = assertThrows(AssertionError.class, () -> Plugins.request(FakeHost.get("/"), step)).getMessage();
      assertTrue(refused.contains("no gRPC call before this step"), refused);
    }
  }

  @Test
  void nothingIsWaitedForWhereNothingCanBe() {
    for (Step step : List.of(delay(Duration.ofMillis(1)), ask("a"), grpcCall(cluster("a"), "S/M", path()),
        all(ask("a")),
        first(ask("a")), grpcStream(cluster("a"), "S/M"))) {
      String refused = assertThrows(AssertionError.class,
          () -> Plugins.configured(plugin("p").log(step), FakeHost.get("/"))).getMessage();
      assertTrue(refused.contains("nothing can be waited for"), refused);
    }
  }

  @Test
  void protobufFieldsAreWrittenAndRead() {
    FakeHost host = FakeHost.get("/").request("x-a", "a");
    Plugins.request(host,
        bind("m", protobuf().string(1, header("x-a"))
            .string(2, header("x-none"))
            .varint(3, query("n").asLong())
            .zigzag(4, number(-3))
            .message(5, protobuf().string(1, "deep").string(1, "er"))),
        setHeader("x-1", ref("m").protobuf(1)), setHeader("x-2", ref("m").protobuf(2)),
        setHeader("x-3", ref("m").protobufNumber(3).asText()), setHeader("x-4", ref("m").protobufNumber(4).asText()),
        setHeader("x-5", ref("m").protobuf(5, 1)), setHeader("x-6", ref("m").protobufEach(5, 1).join(",")),
        setHeader("x-7", path().protobuf(1)));
    assertEquals(java.util.List.of("a"), host.requestHeader("x-1"));
    assertEquals(java.util.List.of(), host.requestHeader("x-2"));
    assertEquals(java.util.List.of(), host.requestHeader("x-3"));
    assertEquals(java.util.List.of("5"), host.requestHeader("x-4"));
    assertEquals(java.util.List.of("er"), host.requestHeader("x-5"));
    assertEquals(java.util.List.of("deep,er"), host.requestHeader("x-6"));
    assertEquals(java.util.List.of(), host.requestHeader("x-7"));
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertEquals("all: two calls are named \"a\"; give each a name of its own with as(..)",
        assertThrows(IllegalArgumentException.class, () -> all(ask("a"), ask("a"))).getMessage());
    assertThrows(IllegalArgumentException.class, () -> all());
    assertThrows(IllegalArgumentException.class, () -> first());
    assertThrows(IllegalArgumentException.class, () -> ask("a").retry(11));
    assertThrows(IllegalArgumentException.class, () -> ask("a").backoff(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> ask("a").answerLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> delay(Duration.ZERO));
    for (String method : java.util.List.of("", "M", "/M", "S/", "a/b/c", "/")) {
      assertThrows(IllegalArgumentException.class, () -> grpcCall(cluster("a"), method, path()), method);
    }
    assertThrows(IllegalArgumentException.class, () -> grpcStream(cluster("a"), "S/M").collect(0));
    assertThrows(IllegalArgumentException.class, () -> grpcCall(cluster("a"), "S/M", path()).metadata("a", "b\n"));
    assertThrows(IllegalArgumentException.class, () -> protobuf().string(0, path()));
    assertThrows(IllegalArgumentException.class, () -> path().protobuf());
  }
}
