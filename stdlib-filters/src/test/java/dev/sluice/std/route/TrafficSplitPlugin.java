package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.trafficSplit;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured. */
public final class TrafficSplitPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("traffic-split").with(trafficSplit(settings.decode(TrafficSplit.DECODER)));
  }
}
