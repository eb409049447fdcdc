package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** A size by its configuration. */
public final class MaxRequestSizePlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("size").with(maxRequestSize(settings.decode(MaxRequestSize.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"bytes\": \"1MiB\"}");
  }
}
