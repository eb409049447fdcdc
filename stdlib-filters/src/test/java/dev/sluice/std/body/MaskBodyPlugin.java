package dev.sluice.std.body;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Masks by its configuration. */
public final class MaskBodyPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("masks").with(maskBody(settings.decode(MaskBody.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"masks\": [{\"kind\": \"digits\", \"fewest\": 13}]}");
  }
}
