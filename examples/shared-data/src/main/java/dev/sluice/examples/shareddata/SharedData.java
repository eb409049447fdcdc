package dev.sluice.examples.shareddata;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.SharedCounter;

/** Counts all requests of all workers in shared data. */
public final class SharedData implements SluicePlugin {
  private static final SharedCounter REQUESTS = sharedCounter("requests");

  @Override
  public Plugin define(Settings settings) {
    return plugin("shared-data").request(
        REQUESTS.add().as("number"),
        setHeader("x-request-number", ref("number")));
  }
}
