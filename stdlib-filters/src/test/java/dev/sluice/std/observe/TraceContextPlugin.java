package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.traceContext;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured. */
public final class TraceContextPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("trace-context").with(traceContext(settings.decode(TraceContext.DECODER)));
  }
}
