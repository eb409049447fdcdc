package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** A limit by its configuration. */
public final class LocalRateLimitPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("limit").with(localRateLimit(settings.decode(LocalRateLimit.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"requests\": 10, \"per\": \"1s\"}");
  }
}
