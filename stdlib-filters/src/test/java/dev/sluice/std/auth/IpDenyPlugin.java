package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Refuses clients in blocks of its configuration. */
public final class IpDenyPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("deny").with(ipDeny(settings.decode(IpBlocks.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"blocks\": [\"10.0.0.0/8\"]}");
  }
}
