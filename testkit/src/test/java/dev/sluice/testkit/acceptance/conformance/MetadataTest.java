package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

@UsePlugin(MetadataPlugin.class)
@UseProxy(http2 = true)
class MetadataTest {
  @EveryPlace
  @Covers({"proxy_on_request_metadata", "proxy_on_response_metadata"})
  void metadataPassesThePluginInBothDirections(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "up").metadata("answer", "42"));
    Exchange exchange =
        plugin.send(Request.post("/", "body").metadata("trace", "on").metadata("long", "x".repeat(300)));
    assertEquals(
        Vector.of("request headers", "request metadata 1", "request metadata 1", "request body", "response headers",
            "response metadata 1"),
        exchange.logs().map(LogEntry::text));
    assertEquals("up", exchange.text());
    assertEquals(
        Vector.of(Headers.EMPTY.add("trace", "on"), Headers.EMPTY.add("long", "x".repeat(300))),
        exchange.upstreamSaw().get().metadata());
    assertEquals(Vector.of(Headers.EMPTY.add("answer", "42")), exchange.response().metadata());
  }
}
