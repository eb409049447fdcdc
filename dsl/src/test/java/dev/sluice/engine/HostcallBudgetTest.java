package dev.sluice.engine;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What words may cost. */
class HostcallBudgetTest {
  private static final Step REQUIRE_USER = when(header("x-user-id").missing()).respond(403, "Forbidden");

  @Test
  void requireUserPassesWithOneHostcall() {
    FakeHost host = FakeHost.get("/").request("x-user-id", "a");
    assertEquals(HeadersStatus.CONTINUE, Plugins.request(host, REQUIRE_USER));
    assertEquals(List.of("proxy_get_header_map_value x-user-id"), host.calls());
  }

  @Test
  void requireUserRefusesWithTwoHostcalls() {
    FakeHost host = FakeHost.get("/");
    assertEquals(HeadersStatus.STOP_ITERATION, Plugins.request(host, REQUIRE_USER));
    assertEquals(List.of("proxy_get_header_map_value x-user-id", "proxy_send_local_response 403"), host.calls());
    assertEquals("Forbidden", host.sent().get(0).body());
  }

  @Test
  void nothingIsReadTwice() {
    FakeHost host = FakeHost.get("/a?b=1").request("x-a", "1");
    Plugins.request(host,
        when(header("x-a").is("1").and(header("X-A").isNot("2"))).setHeader("x-b", header("x-a")),
        when(path().is("/a").and(query("b").is("1"))).setHeader("x-c", path()),
        when(header("x-none").absent()).setHeader("x-d", header("x-none")));
    assertEquals(
        List.of("proxy_get_header_map_value x-a", "proxy_replace_header_map_value x-b",
            "proxy_get_header_map_value :path", "proxy_replace_header_map_value x-c",
            "proxy_get_header_map_value x-none", "proxy_remove_header_map_value x-d"),
        host.calls());
  }

  @Test
  void whatAStepChangedIsReadAgainAndOnlyThat() {
    FakeHost host = FakeHost.get("/").request("x-a", "1").request("x-b", "2");
    Plugins.request(host,
        when(header("x-a").is("1").and(header("x-b").is("2"))).setHeader("x-a", "3"),
        when(header("x-a").is("3").and(header("x-b").is("2"))).respond(200));
    assertEquals(200, host.answered());
    assertEquals(2, host.calls().stream().filter(call -> call.equals("proxy_get_header_map_value x-a")).count());
    assertEquals(1, host.calls().stream().filter(call -> call.equals("proxy_get_header_map_value x-b")).count());
  }

  @Test
  void oneStreamSeesNothingOfAnother() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    PluginCallbacks callbacks = Plugins.configured(
        plugin("p").request(when(header("x-a").is("1").or(header("x-a").is("2"))).respond(200)), host);
    callbacks.onRequestHeaders(2, 0, true);
    host.remove(MapType.REQUEST_HEADERS, Bytes.utf8("x-a"));
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(3, 0, true));
  }

  @Test
  void aPluginWithoutStepsCostsNothing() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = Plugins.configured(plugin("p"), host);
    assertEquals(HeadersStatus.CONTINUE, callbacks.onRequestHeaders(2, 0, true));
    assertEquals(HeadersStatus.CONTINUE, callbacks.onResponseHeaders(2, 0, true));
    assertEquals(HeadersStatus.CONTINUE, Plugins.request(host));
    assertEquals(List.of(), host.calls());
  }
}
