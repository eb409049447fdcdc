package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.data.digest.RandomBytes;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.time.Duration;

/** Says in each worker, and in one alone, who it is. */
public final class OnOneWorkerPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    String worker = RandomBytes.uuid();
    return plugin("workers")
        .every(Duration.ofSeconds(1),
            log(LogLevel.INFO, "all " + worker),
            onOneWorker("acceptance", log(LogLevel.INFO, "one " + worker)))
        .request(respond(204));
  }
}
