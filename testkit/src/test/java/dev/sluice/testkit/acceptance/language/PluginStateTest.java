package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;

/** A plugin remembers values beyond streams: those of intervals and queues are there for requests. */
@UsePlugin(PluginStatePlugin.class)
@UseProxy(clusters = "who")
class PluginStateTest {
  private static String saw(PluginUnderTest plugin, String target, String header) {
    return plugin.send(get(target)).upstreamSaw().get().headers().all(header).mkString("|");
  }

  @EveryPlace
  void streamsSeeWhatAnIntervalHasLearned(PluginUnderTest plugin) {
    plugin.cluster("who", Callee.of(request -> Response.of(200, "ann")));
    plugin.await("what the service says", () -> saw(plugin, "/", "x-said").equals("ann"));
    plugin.cluster("who", Callee.of(request -> Response.of(200, "bob")));
    plugin.await("what it says now", () -> saw(plugin, "/", "x-said").equals("bob"));
    plugin.cluster("who", Callee.of(request -> Response.of(500, "broken")));
    assertEquals("bob", saw(plugin, "/", "x-said"));
  }

  @EveryPlace
  void streamsCountEachOther(PluginUnderTest plugin) {
    long first = Long.parseLong(saw(plugin, "/", "x-number"));
    assertEquals(Long.toString(first + 1), saw(plugin, "/", "x-number"));
    assertEquals(Long.toString(first + 2), saw(plugin, "/", "x-number"));
  }

  @EveryPlace
  void streamsSeeTheMessagesOfAQueueWithinTheirBound(PluginUnderTest plugin) {
    for (String message : new String[] {"a", "b", "c", "d"}) {
      plugin.send(get("/put?m=" + message));
    }
    plugin.await("the newest three messages", () -> saw(plugin, "/", "x-messages").equals("d,c,b"));
  }
}
