package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

@UsePlugin(HeadersPlugin.class)
class HeadersTest {
  @EveryPlace
  @Covers({"proxy_on_request_headers", "proxy_get_header_map_value", "proxy_get_header_map_pairs",
      "proxy_get_header_map_size", "proxy_add_header_map_value", "proxy_replace_header_map_value",
      "proxy_remove_header_map_value", "proxy_log", "proxy_get_log_level", "proxy_on_response_headers"})
  void readsAndEditsHeaders(PluginUnderTest plugin) {
    Exchange exchange =
        plugin.send(get("/").header("x-mode", "edit").header("x-replaced", "old").header("x-removed", "1"));
    assertEquals(200, exchange.status());
    Headers upstream = exchange.upstreamSaw().get().headers();
    assertEquals(Vector.of("1", "2"), upstream.all("x-added"));
    assertEquals(Vector.of("new"), upstream.all("x-replaced"));
    assertFalse(upstream.has("x-removed"));
    assertEquals(Vector.of("seen"), exchange.headers().all("x-count"));
    assertEquals(
        Vector.of("count: true", "size: true", "level: true", "missing: NOT_FOUND", "no map: BAD_ARGUMENT"),
        exchange.logs().map(LogEntry::text));
  }

  @EveryPlace
  @Covers("proxy_set_header_map_pairs")
  void replacesTheWholeMapWithoutLosingPseudoHeaders(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/path?q").header("x-mode", "rewrite").header("x-old", "kept"));
    assertEquals(200, exchange.status());
    assertEquals("/path?q", exchange.upstreamSaw().get().target());
    assertEquals(Vector.of("kept"), exchange.upstreamSaw().get().headers().all("x-new"));
    assertFalse(exchange.upstreamSaw().get().headers().has("x-old"));
  }

  @EveryPlace
  @Covers("proxy_send_local_response")
  void repliesInTheUpstreamsPlace(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-mode", "reply"));
    assertEquals(418, exchange.status());
    assertEquals("short", exchange.text());
    assertEquals(Vector.of("yes"), exchange.headers().all("x-reply"));
    assertEquals(Vector.of("seen"), exchange.headers().all("x-count"));
    assertTrue(exchange.upstreamSaw().isEmpty());
  }

  @EveryPlace
  @Covers({"proxy_on_request_trailers", "proxy_on_response_trailers"})
  void seesAndAddsTrailers(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, request.body().utf8()).trailer("x-end", "1"));
    Exchange exchange = plugin.send(Request.post("/", "body").trailer("x-sum", "42"));
    assertEquals("body", exchange.text());
    assertEquals(Vector.of("request trailer: 42"), exchange.logs().map(LogEntry::text));
    assertEquals(Vector.of("1"), exchange.response().trailers().all("x-end"));
    assertEquals(Vector.of("1"), exchange.response().trailers().all("x-more"));
  }
}
