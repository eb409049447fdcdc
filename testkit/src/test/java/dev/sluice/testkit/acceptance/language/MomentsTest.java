package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

/** Metadata frames, the log and the end of a stream are told apart, each with what the stream has left behind. */
@UsePlugin(MomentsPlugin.class)
@UseProxy(http2 = true)
class MomentsTest {
  private static Vector<String> after(PluginUnderTest plugin, int lines) {
    plugin.await("what comes at the end", () -> plugin.logs().size() >= lines);
    return plugin.logs().map(LogEntry::text);
  }

  @EveryPlace
  void eachMetadataFrameRunsThePartOfItsDirection(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "up").metadata("answer", "42"));
    Exchange exchange = plugin.send(
        post("/a", "body").header("x-user", "ann").metadata("trace", "on").metadata("long", "x".repeat(300)));
    assertEquals("up", exchange.text());
    assertEquals(Vector.of(Headers.EMPTY.add("answer", "42")), exchange.response().metadata());
    assertEquals(
        Vector.of("metadata of /a from ann", "metadata of /a from ann", "response metadata"),
        after(plugin, 5).filter(line -> line.contains("metadata")));
  }

  @EveryPlace
  void pain25TheLogAndTheEndOfAStreamAreTwoParts(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(201, "made"));
    assertEquals(201, plugin.send(get("/a")).status());
    assertEquals(Vector.of("done /a 201", "log 201"), after(plugin, 2).sorted());
    assertEquals(403, plugin.send(get("/refused")).status());
    assertEquals(
        Vector.of("done /a 201", "done /refused none", "log 201", "log none"), after(plugin, 4).sorted());
  }
}
