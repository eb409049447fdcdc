package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Shared data, caches, counters, metrics, queues, attributes, foreign functions, reset streams. */
@UsePlugin(StatesPlugin.class)
@UseProxy(workers = 2)
class StatesTest {
  private static Headers seen(PluginUnderTest plugin, int worker, Request request) {
    return plugin.sendTo(worker, request).upstreamSaw().get().headers();
  }

  @EveryPlace
  void workersShareData(PluginUnderTest plugin) {
    assertEquals(Vector.empty(), seen(plugin, 0, get("/data?set=a")).all("x-before"));
    Headers second = seen(plugin, 1, get("/data?set=b"));
    assertEquals(Vector.of("a"), second.all("x-before"));
    assertEquals(Vector.of("ab"), second.all("x-trail"));
  }

  @EveryPlace
  void workersShareCaches(PluginUnderTest plugin) {
    Headers first = seen(plugin, 0, get("/cache?key=k&value=v"));
    assertEquals(Vector.empty(), first.all("x-cached"));
    assertEquals(Vector.of("v"), first.all("x-kept"));
    assertEquals(Vector.of("v"), seen(plugin, 1, get("/cache?key=k")).all("x-cached"));
    assertEquals(Vector.empty(), seen(plugin, 1, get("/cache?key=other")).all("x-cached"));
  }

  @EveryPlace
  void workersCountTogether(PluginUnderTest plugin) {
    assertEquals(Vector.of("1"), seen(plugin, 0, get("/count?who=ann")).all("x-visits"));
    Headers second = seen(plugin, 1, get("/count?who=ann"));
    assertEquals(Vector.of("2"), second.all("x-visits"));
    assertEquals(Vector.of("2"), second.all("x-total"));
    assertEquals(Vector.of("1"), seen(plugin, 1, get("/count?who=bob")).all("x-visits"));
  }

  @EveryPlace
  void metricsAreTaggedWithinBounds(PluginUnderTest plugin) {
    for (String who : Vector.of("ann", "b.c", "dan", "eve")) {
      assertEquals(200, plugin.sendTo(0, get("/metrics?level=7&who=" + who)).status());
    }
    assertEquals(200, plugin.sendTo(0, post("/metrics?level=3&who=ann", "x")).status());
    assertEquals(200, plugin.sendTo(0, Request.put("/metrics?level=3", "x")).status());
    assertEquals(Option.some(11L), plugin.metric("visits;method=GET;who=ann"));
    assertEquals(Option.some(11L), plugin.metric("visits;method=GET;who=b.c"));
    assertEquals(Option.some(22L), plugin.metric("visits;method=GET;who=other"));
    assertEquals(Option.some(11L), plugin.metric("visits;method=POST;who=ann"));
    assertEquals(Option.some(11L), plugin.metric("visits;method=other;who=none"));
    assertEquals(Option.some(2L), plugin.metric("level"));
  }

  @EveryPlace
  void messagesReachTheQueue(PluginUnderTest plugin) {
    assertEquals(Vector.of("no"), seen(plugin, 0, get("/queue?note=hello")).all("x-nobody"));
    plugin.await("the note", () -> plugin.logs().exists(line -> line.text().equals("note hello")));
  }

  @EveryPlace
  void attributesAndFilterState(PluginUnderTest plugin) {
    Headers headers = seen(plugin, 0, get("/properties?value=v"));
    assertEquals(Vector.of("v"), headers.all("x-own"));
    assertEquals(Vector.empty(), headers.all("x-known"));
    assertEquals(Vector.of("no"), headers.all("x-state"));
  }

  @EveryPlace
  void foreignFunctions(PluginUnderTest plugin) {
    String value = "abc".repeat(100);
    Headers headers = seen(plugin, 0, get("/foreign?value=" + value));
    assertEquals(Vector.of(value), headers.all("x-back"));
    assertEquals(Vector.of("no"), headers.all("x-none"));
    assertEquals(503, plugin.send(get("/refused?value=v")).status());
  }

  @EveryPlace
  void aStreamIsReset(PluginUnderTest plugin) {
    for (String path : Vector.of("/reset", "/reset-late")) {
      boolean answered = true;
      try {
        answered = plugin.send(get(path)).status() > 0;
      } catch (RuntimeException | AssertionError broken) {
        answered = false;
      }
      assertTrue(!answered, path);
    }
    assertEquals(200, plugin.send(get("/after")).status());
  }
}
