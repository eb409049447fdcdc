package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.keyAuth;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Keys by its configuration. */
public final class KeyAuthPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("keys").with(keyAuth(settings.decode(KeyAuth.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"consumers\": [{\"name\": \"alice\", \"key\": \"sample\"}]}");
  }
}
