package dev.sluice.examples.helloworld;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.time.Duration;

/** Says hello when it starts, and once a second the time and a random number. */
public final class Helloworld implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("helloworld")
        .onStart(log(LogLevel.INFO, "hello from Java"))
        .every(Duration.ofSeconds(1),
            log(LogLevel.INFO, template("it is {}, a random number is {}", now().asTimestamp(), randomNumber(100))));
  }
}
