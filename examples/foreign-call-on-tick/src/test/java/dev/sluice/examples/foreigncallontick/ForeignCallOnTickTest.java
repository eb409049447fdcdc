package dev.sluice.examples.foreigncallontick;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(ForeignCallOnTick.class)
class ForeignCallOnTickTest {
  @EveryPlace
  void theProxyCompressesAndRestores(PluginUnderTest plugin) {
    plugin.await("a line", () -> !told(plugin).isEmpty());
    String line = told(plugin).head();
    assertTrue(line.matches("260 bytes compressed to \\d\\d, restored to 260"), line);
    assertEquals(200, plugin.send(get("/")).status());
  }

  private static Vector<String> told(PluginUnderTest plugin) {
    return plugin.logs().map(LogEntry::text).filter(line -> line.contains("compressed"));
  }
}
