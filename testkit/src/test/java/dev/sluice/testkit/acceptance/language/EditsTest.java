package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;

/** Headers changed one by one and as a whole map, paths and queries rewritten. */
@UsePlugin(EditsPlugin.class)
class EditsTest {
  private static SeenRequest seen(PluginUnderTest plugin, Request request) {
    Exchange exchange = plugin.send(request);
    assertEquals(200, exchange.status());
    return exchange.upstreamSaw().get();
  }

  @EveryPlace
  void appends(PluginUnderTest plugin) {
    Request request = get("/append").header("x-list", "a").header("x-list", "b").header("x-more", "c");
    assertEquals(Vector.of("a, b, c"), seen(plugin, request).headers().all("x-list"));
  }

  @EveryPlace
  void renamesAllValues(PluginUnderTest plugin) {
    Headers headers =
        seen(plugin, get("/rename").header("x-old", "1").header("x-new", "forged").header("x-old", "2")).headers();
    assertEquals("1,2", headers.all("x-new").mkString(","));
    assertFalse(headers.has("x-old"));
  }

  @EveryPlace
  void removesByNameAndBeginning(PluginUnderTest plugin) {
    Headers headers =
        seen(plugin, get("/remove").header("x-a", "1").header("x-ab", "2").header("x-c", "3").header("b", "4"))
            .headers();
    assertFalse(headers.has("x-a"));
    assertFalse(headers.has("x-ab"));
    assertFalse(headers.has("b"));
    assertEquals(Vector.of("3"), headers.all("x-c"));
  }

  @EveryPlace
  void keepsOnlySome(PluginUnderTest plugin) {
    SeenRequest seen = seen(plugin, get("/keep").header("x-a", "1").header("x-b", "2"));
    assertEquals("/keep", seen.target());
    assertEquals("localhost", seen.authority());
    assertEquals(Vector.of("1"), seen.headers().all("x-a"));
    assertFalse(seen.headers().has("x-b"));
  }

  @EveryPlace
  void setsManyAtOnce(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/set").header("x-a", "3").header("x-b", "4").header("x-one", "0"));
    Headers headers = exchange.upstreamSaw().get().headers();
    assertEquals(Vector.of("1"), headers.all("x-one"));
    assertEquals(Vector.of("2"), headers.all("x-two"));
    assertEquals(Vector.of("3"), headers.all("x-three"));
    assertFalse(headers.has("x-b"));
    assertEquals(1, exchange.hostcalls().count("proxy_set_header_map_pairs"::equals));
  }

  @EveryPlace
  void stripsAPrefixAndSetsAParameter(PluginUnderTest plugin) {
    assertEquals("/a/b?q=1&from=a%20b", seen(plugin, get("/api/a/b?q=1")).target());
    assertEquals("/?from=a%20b", seen(plugin, get("/api")).target());
    assertEquals("/?from=a%20b&c", seen(plugin, get("/api/?from=x&c&from=y")).target());
  }

  @EveryPlace
  void rewritesByARegularExpression(PluginUnderTest plugin) {
    assertEquals("/new/a/b/7?x=1", seen(plugin, get("/old/7/a/b?debug&x=1")).target());
    assertEquals("/old/x/a", seen(plugin, get("/old/x/a?debug=1")).target());
  }

  @EveryPlace
  void changesTheRequestLine(PluginUnderTest plugin) {
    SeenRequest seen = seen(plugin, get("/line?q=1").header("x-to", "/a b?c"));
    assertEquals("PUT", seen.method());
    assertEquals("other.test", seen.authority());
    assertEquals("/a%20b%3Fc?q=1", seen.target());
    assertEquals(400, plugin.send(get("/line").header("x-to", "/../admin")).status());
  }

  @EveryPlace
  void noCaseHolds(PluginUnderTest plugin) {
    assertEquals(Vector.of("none"), seen(plugin, get("/")).headers().all("x-choice"));
    assertFalse(seen(plugin, get("/keep")).headers().has("x-choice"));
  }

  @EveryPlace
  void changesResponses(PluginUnderTest plugin) {
    plugin.upstream(
        request -> Response.of(200, "body").header("x-internal-a", "1").header("x-old", "2").header("vary", "accept"));
    Exchange exchange = plugin.send(get("/"));
    assertEquals("body", exchange.text());
    assertFalse(exchange.headers().has("x-internal-a"));
    assertFalse(exchange.headers().has("x-old"));
    assertEquals(Vector.of("2"), exchange.headers().all("x-new"));
    assertEquals(Vector.of("accept, origin"), exchange.headers().all("vary"));
  }
}
