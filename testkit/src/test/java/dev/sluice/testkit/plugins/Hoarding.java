package dev.sluice.testkit.plugins;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.step;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.util.ArrayList;
import java.util.List;

/** Keeps more and more when a request has the header {@code x-hoard}, and never stops. */
public final class Hoarding implements SluicePlugin {
  private static final List<byte[]> KEPT = new ArrayList<>();

  @Override
  public Plugin define(Settings settings) {
    return plugin("hoarding")
        .request(
            when(header("x-hoard").absent().not())
                .then(
                    step("hoard", exchange -> {
                      while (KEPT.size() < Integer.MAX_VALUE) {
                        KEPT.add(new byte[1 << 20]);
                      }
                    })));
  }
}
