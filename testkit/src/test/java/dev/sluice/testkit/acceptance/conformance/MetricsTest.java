package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(MetricsPlugin.class)
class MetricsTest {
  @EveryPlace
  @Covers({"proxy_on_configure", "proxy_define_metric", "proxy_increment_metric", "proxy_record_metric",
      "proxy_get_metric", "proxy_set_tick_period_milliseconds", "proxy_on_tick",
      "proxy_get_current_time_nanoseconds"})
  void countsRequestsAndTicks(PluginUnderTest plugin) {
    long before = plugin.metric("conformance.requests").getOrElse(0L);
    for (int i = 0; i < 3; i++) {
      assertEquals(Vector.of("counted", "BAD_ARGUMENT"), plugin.send(get("/")).logs().map(LogEntry::text));
    }
    assertEquals(before + 3, plugin.metric("conformance.requests").get());
    long ticks = plugin.metric("conformance.ticks").getOrElse(0L);
    plugin.await("two more ticks", () -> plugin.metric("conformance.ticks").getOrElse(0L) >= ticks + 2);
    assertEquals(7, plugin.metric("conformance.waiting").get());
  }
}
