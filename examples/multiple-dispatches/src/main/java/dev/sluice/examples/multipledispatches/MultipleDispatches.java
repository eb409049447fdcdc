package dev.sluice.examples.multipledispatches;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.HttpCall;

/** Asks a service several times at once before the response goes on, and waits for all the answers. */
public final class MultipleDispatches implements SluicePlugin {
  private static final int CALLS = 10;

  @Override
  public Plugin define(Settings settings) {
    HttpCall[] calls = new HttpCall[CALLS];
    for (int i = 0; i < CALLS; i++) {
      calls[i] = call(cluster("service"), get("/part/" + i)).as("part " + i);
    }
    return plugin("multiple-dispatches").response(
        all(calls),
        setHeader("total-dispatched", Integer.toString(CALLS)),
        setHeader("x-first-and-last",
            template("{}, {}", answer("part 0").status(), answer("part 9").status())));
  }
}
