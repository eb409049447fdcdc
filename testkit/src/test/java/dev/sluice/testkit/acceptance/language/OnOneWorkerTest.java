package dev.sluice.testkit.acceptance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import io.vavr.collection.Vector;

/** Of all workers one has the lease. */
@UsePlugin(OnOneWorkerPlugin.class)
@UseProxy(workers = 2)
class OnOneWorkerTest {
  private static Vector<String> workers(PluginUnderTest plugin, String what) {
    return plugin.logs().map(LogEntry::text).filter(line -> line.startsWith(what)).map(line -> line.substring(4));
  }

  @EveryPlace
  void oneWorkerRunsWhatOneShall(PluginUnderTest plugin) {
    plugin.await("some periods of all workers",
        () -> workers(plugin, "one ").size() >= 3 && workers(plugin, "all ").distinct().size() >= 2);
    Vector<String> one = workers(plugin, "one ");
    assertEquals(1, one.distinct().size(), plugin.logs().map(LogEntry::text).mkString("\n"));
    assertTrue(workers(plugin, "all ").size() > one.size());
  }
}
