package dev.sluice.std;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.setScheme;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** In front of the plugin under test it has requests look as if they had come over https. */
public final class HttpsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("https").request(setScheme("https"));
  }
}
