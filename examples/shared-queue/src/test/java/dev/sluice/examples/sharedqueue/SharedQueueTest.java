package dev.sluice.examples.sharedqueue;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;

@UsePlugin(value = SharedQueue.class, vm = "receiver")
@UsePlugin(value = Sender.class, settings = "receiver")
class SharedQueueTest {
  @EveryPlace
  void messagesOfItsOwnAndOfAnotherVmAreTakenOut(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/one?two")).status());
    plugin.await("its own message", () -> told(plugin, "taken out of the queue: GET /one"));
    plugin.await("the other's message", () -> told(plugin, "taken out of the queue: sent by another: GET /one"));
  }

  private static boolean told(PluginUnderTest plugin, String line) {
    return plugin.logs().map(LogEntry::text).contains(line);
  }
}
