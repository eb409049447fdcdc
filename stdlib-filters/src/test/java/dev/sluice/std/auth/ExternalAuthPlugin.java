package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Asks the service of its configuration. */
public final class ExternalAuthPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("asks").with(externalAuth(settings.decode(ExternalAuth.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"cluster\": \"auth\"}");
  }
}
