package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Passwords by its configuration. */
public final class BasicAuthPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("passwords").with(basicAuth(settings.decode(BasicAuth.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"realm\": \"sample\", \"users\": [{\"name\": \"ann\", \"password\": \"sample\"}]}");
  }
}
