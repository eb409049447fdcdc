package dev.sluice.examples.foreigncallontick;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.value.TextValue;
import java.time.Duration;

/** Calls functions of the proxy's own once a second: has a text compressed, and restored. */
public final class ForeignCallOnTick implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    TextValue hello = text("hello world! ".repeat(20));
    return plugin("foreign-call-on-tick").every(Duration.ofSeconds(1),
        callForeign("compress", hello).as("small").onFailure(log(LogLevel.WARN, "the proxy has no compress")),
        callForeign("uncompress", ref("small")).as("back").onFailure(log(LogLevel.WARN, "the proxy has no uncompress")),
        log(LogLevel.INFO,
            template("{} bytes compressed to {}, restored to {}", hello.length(), ref("small").length(),
                ref("back").length())));
  }
}
