package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.time.Duration;

/** Does things without a stream: at start, and again and again, with calls to another service. */
public final class OutsideOfStreamsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("outside")
        .onStart(log(LogLevel.INFO, "started"))
        .every(Duration.ofMillis(50),
            call(cluster("who"), get("/tick")).onFailure(log(LogLevel.INFO, "no answer")),
            when(answer().body().present()).then(log(LogLevel.INFO, answer().body())))
        .every(Duration.ofMillis(80), log(LogLevel.INFO, "again"))
        .request(when(path().is("/")).respond(204));
  }
}
