package dev.sluice.examples.metrics;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.CounterMetric;

/** Counts requests by the value of a header, of which the first five values that come are told apart. */
public final class Metrics implements SluicePlugin {
  private static final CounterMetric VALUES = counter("custom_header_values")
      .tag("value", header("my-custom-header"), 5)
      .tag("reporter", text("sluice"), "sluice");

  @Override
  public Plugin define(Settings settings) {
    return plugin("metrics").request(VALUES.increment());
  }
}
