package dev.sluice.examples.dispatchcallontick;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;

@UsePlugin(DispatchCallOnTick.class)
@UseProxy(clusters = "web_service")
class DispatchCallOnTickTest {
  private static boolean told(PluginUnderTest plugin, String line) {
    return plugin.logs().map(LogEntry::text).contains(line);
  }

  @EveryPlace
  void theServiceIsAskedAgainAndAgain(PluginUnderTest plugin) {
    plugin.cluster("web_service", Callee.of(request -> Response.of(request.target().equals("/ok") ? 203 : 404, "hi")));
    plugin.await("an answer", () -> told(plugin, "the service answers 203 with 2 bytes"));
    plugin.cluster("web_service", Callee.of(request -> Response.of(500, "no")));
    plugin.await("a failure", () -> told(plugin, "the service does not answer"));
    assertTrue(plugin.metric("calls_on_tick").get() >= 2);
    assertEquals(200, plugin.send(get("/")).status());
  }
}
