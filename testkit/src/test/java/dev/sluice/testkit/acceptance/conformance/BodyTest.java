package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

@UsePlugin(BodyPlugin.class)
@UseProxy(bufferLimit = 1000)
class BodyTest {
  @EveryPlace
  @Covers({"proxy_on_request_body", "proxy_get_buffer_bytes", "proxy_get_buffer_status", "proxy_set_buffer_bytes"})
  void holdsAllPiecesOfTheRequest(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(Request.of("POST", "/").pieces("abc", "de", "f"));
    assertEquals("<+cdefb", exchange.upstreamSaw().get().body().utf8());
    assertEquals(Vector.of("3", "5", "6", "6", "BAD_ARGUMENT", "OK", "OK", "OK"),
        exchange.logs().map(LogEntry::text));
  }

  @EveryPlace
  @Covers("proxy_on_response_body")
  void marksEachPieceOfTheResponse(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").pieces("one", "two", "three"));
    assertEquals("one|two|three|", plugin.send(Request.post("/", "xy")).text());
  }

  @EveryPlace
  void aBodyBeyondTheLimitIsRefused(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(Request.of("POST", "/").pieces("a".repeat(700), "b".repeat(700), "c"));
    assertEquals(413, exchange.status());
  }
}
