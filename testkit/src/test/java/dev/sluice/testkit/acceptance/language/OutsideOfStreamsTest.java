package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;

/** What a plugin does without a stream. */
@UsePlugin(OutsideOfStreamsPlugin.class)
@UseProxy(clusters = "who")
class OutsideOfStreamsTest {
  private static int lines(PluginUnderTest plugin, String text) {
    return plugin.logs().map(LogEntry::text).count(text::equals);
  }

  @EveryPlace
  void repeatsEachAtItsPaceAndCallsServices(PluginUnderTest plugin) {
    plugin.cluster("who", Callee.of(request -> Response.of(200, "ann")));
    plugin.await("three answers", () -> lines(plugin, "ann") >= 3);
    plugin.await("three repetitions", () -> lines(plugin, "again") >= 3);
    plugin.cluster("who", Callee.of(request -> Response.of(500, "")));
    plugin.await("a failure", () -> lines(plugin, "no answer") >= 1);
    assertEquals(204, plugin.send(get("/")).status());
  }
}
