package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.rewritePath;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured. */
public final class PathRewritePlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("rewrite-path").with(rewritePath(settings.decode(PathRewrite.DECODER)));
  }
}
