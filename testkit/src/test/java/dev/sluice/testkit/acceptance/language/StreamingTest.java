package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.head;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;

/** Bodies go through transforms as they come, whole or in pieces, and nothing speaks of the old length. */
@UsePlugin(StreamingPlugin.class)
@UseProxy(clusters = "who")
class StreamingTest {
  @EveryPlace
  void changesRequests(PluginUnderTest plugin) {
    Exchange whole = plugin.send(post("/", "the colour grey, 4111 1111 1111 1111"));
    assertEquals("the color gray, **** **** **** 1111", whole.upstreamSaw().get().body().utf8());
    Exchange pieces = plugin.send(post("/", "").pieces("the col", "our gr", "ey, 4111 1111", " 1111 1111"));
    assertEquals("the color gray, **** **** **** 1111", pieces.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void changesResponses(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "a secret").header("etag", "\"1\""));
    Exchange whole = plugin.send(get("/"));
    assertEquals("a ******", whole.text());
    assertTrue(whole.headers().all("etag").isEmpty());
    plugin.upstream(request -> Response.of(200, "").pieces("a se", "cr", "et, two secrets, a sec"));
    assertEquals("a ******, two ******s, a sec", plugin.send(get("/")).text());
    assertEquals(200, plugin.send(head("/")).status());
  }

  @EveryPlace
  void theResponseIsAskedForWholeAndUnencoded(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("accept-encoding", "gzip").header("range", "bytes=0-1"));
    assertEquals("identity", exchange.upstreamSaw().get().headers().all("accept-encoding").mkString());
    assertTrue(exchange.upstreamSaw().get().headers().all("range").isEmpty());
  }

  @EveryPlace
  void mapsServerSentEvents(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "")
        .header("content-type", "text/event-stream")
        .pieces("data: a\n\nda", "ta: secret\n", "\n: comment\n\n"));
    assertEquals("data: a!\n\ndata: ******!\n\n: comment\n\n", plugin.send(get("/")).text());
  }

  @EveryPlace
  void refusesWhatIsTooLargeAsEarlyAsItCan(PluginUnderTest plugin) {
    String large = "x".repeat(StreamingPlugin.LIMIT + 1);
    Exchange announced = plugin.send(post("/limit", large));
    assertEquals(413, announced.status());
    assertTrue(announced.upstreamSaw().isEmpty());
    assertEquals(413, plugin.send(post("/limit", "").pieces(large, "x")).status());
    assertEquals(200, plugin.send(post("/limit", "small")).status());
  }

  @EveryPlace
  void whatWasHeldForACallGoesThroughAsWell(PluginUnderTest plugin) {
    plugin.cluster("who", Callee.of(request -> Response.of(200, "")));
    Exchange exchange = plugin.send(post("/call", "").pieces("col", "our"));
    assertEquals("color", exchange.upstreamSaw().get().body().utf8());
  }
}
