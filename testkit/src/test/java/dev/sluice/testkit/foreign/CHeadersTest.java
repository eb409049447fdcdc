package dev.sluice.testkit.foreign;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import io.vavr.collection.Vector;

@UsePlugin(value = CPlugins.Headers.class, name = "c-headers")
class CHeadersTest {
  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void repliesInTheUpstreamsPlace(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/"));
    assertEquals(403, exchange.status());
    assertEquals("who are you?", exchange.text());
    assertEquals(Vector.of("who"), exchange.headers().all("x-why"));
    assertTrue(exchange.upstreamSaw().isEmpty());
  }

  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void readsAndChangesHeaders(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-user", "joe").header("x-secret", "s"));
    assertEquals(200, exchange.status());
    Headers seen = exchange.upstreamSaw().get().headers();
    assertEquals(Vector.of("c", "again"), seen.all("x-by"));
    assertEquals(Vector.empty(), seen.all("x-secret"));
    String told = exchange.headers().first("x-seen").get();
    assertTrue(told.matches("joe of \\d+, counted"), told);
    assertEquals(Vector.of("c-headers"), exchange.logs().map(LogEntry::text));
  }
}
