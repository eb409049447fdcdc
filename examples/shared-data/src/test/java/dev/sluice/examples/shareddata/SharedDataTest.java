package dev.sluice.examples.shareddata;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;

@UsePlugin(SharedData.class)
@UseProxy(workers = 2)
class SharedDataTest {
  @EveryPlace
  void workersCountTogether(PluginUnderTest plugin) {
    int first = number(plugin, 0);
    assertEquals(first + 1, number(plugin, 1));
    assertEquals(first + 2, number(plugin, 1));
    assertEquals(first + 3, number(plugin, 0));
  }

  private static int number(PluginUnderTest plugin, int worker) {
    Headers seen = plugin.sendTo(worker, get("/")).upstreamSaw().get().headers();
    return Integer.parseInt(seen.first("x-request-number").get());
  }
}
