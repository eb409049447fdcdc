package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.redirect;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured. */
public final class RedirectionPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("redirect").with(redirect(settings.decode(Redirection.DECODER)));
  }
}
