package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Refuses requests without a user, and those with more than one. */
public final class RequireOneUser implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("require-one-user")
        .request(when(header("x-user-id").single().missing()).respond(403, "Forbidden"));
  }
}
