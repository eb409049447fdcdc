package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.secureHeaders;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured. */
public final class SecureHeadersPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("secure-headers").with(secureHeaders(settings.decode(SecureHeaders.DECODER)));
  }
}
