package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.addHeader;
import static dev.sluice.dsl.Sluice.plugin;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Leaves its settings in a header of each request and each response, to tell configurations apart. It refuses the settings {@code refuse}. */
public final class Stamp implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    String stamp = settings.text();
    if (stamp.equals("refuse")) {
      throw new IllegalArgumentException("settings that ask to be refused");
    }
    return plugin("stamp").request(addHeader("x-stamp", stamp)).response(addHeader("x-stamp", stamp));
  }
}
