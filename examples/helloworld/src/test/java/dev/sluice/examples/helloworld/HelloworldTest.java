package dev.sluice.examples.helloworld;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;

@UsePlugin(Helloworld.class)
class HelloworldTest {
  @EveryPlace
  void everySecondIsTold(PluginUnderTest plugin) {
    plugin.await("two seconds", () -> told(plugin) >= 2);
    assertEquals(200, plugin.send(get("/")).status());
  }

  private static int told(PluginUnderTest plugin) {
    return plugin.logs()
        .map(LogEntry::text)
        .count(line -> line.matches("it is \\d{4}-\\d\\d-\\d\\dT[0-9:]+Z, a random number is \\d\\d?"));
  }
}
