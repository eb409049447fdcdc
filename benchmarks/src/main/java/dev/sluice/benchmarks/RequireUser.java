package dev.sluice.benchmarks;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The plugin that all figures are about: one header, 403 without it. */
public final class RequireUser implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("require-user").request(when(header("x-user-id").missing()).respond(403, "Forbidden"));
  }
}
