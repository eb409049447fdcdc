package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import io.vavr.collection.Vector;

@UsePlugin(PropertiesPlugin.class)
@UseProxy(routeMetadata = "team/owner=ann")
class PropertiesTest {
  @EveryPlace
  @Covers({"proxy_get_property", "proxy_set_property", "clock_time_get", "random_get", "proxy_on_vm_start",
      "proxy_on_configure", "proxy_on_context_create", "proxy_on_done", "proxy_on_log", "proxy_on_delete"})
  void readsAndSetsProperties(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("path: /a?b", "name: PropertiesPlugin", "root: PropertiesPlugin", "none: NOT_FOUND",
            "metadata: ann", "clock true: ", "random true: ", "mine: kept", "log: "),
        plugin.send(get("/a?b")).logs().map(LogEntry::text));
  }
}
