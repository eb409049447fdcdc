package dev.sluice.examples.metrics;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.control.Option;

@UsePlugin(Metrics.class)
class MetricsTest {
  private static Option<Long> count(PluginUnderTest plugin, String value) {
    return plugin.metric("custom_header_values;value=" + value + ";reporter=sluice");
  }

  @EveryPlace
  void eachValueIsCountedUntilThereAreTooMany(PluginUnderTest plugin) {
    for (int i = 0; i < 7; i++) {
      plugin.send(get("/").header("my-custom-header", "value" + i));
      plugin.send(get("/").header("my-custom-header", "value0"));
    }
    plugin.send(get("/"));
    assertEquals(Option.some(8L), count(plugin, "value0"));
    assertEquals(Option.some(1L), count(plugin, "value4"));
    assertEquals(Option.some(2L), count(plugin, "other"));
    assertEquals(Option.some(1L), count(plugin, "none"));
    assertEquals(Option.none(), count(plugin, "value5"));
  }
}
