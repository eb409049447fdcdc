package dev.sluice.testkit.acceptance.language;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** Tells of the moments of a stream beside its messages. */
public final class MomentsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("moments")
        .request(bind("user", header("x-user")), when(path().is("/refused")).respond(403))
        .response(bind("status", status().asText()))
        .log(log(LogLevel.INFO, template("log {}", ref("status").orElse("none"))))
        .onRequestMetadata(log(LogLevel.INFO, template("metadata of {} from {}", path(), ref("user").orElse("nobody"))))
        .onResponseMetadata(step("seen", exchange -> exchange.log(LogLevel.INFO, exchange.part())))
        .onDone(log(LogLevel.INFO, template("done {} {}", path(), ref("status").orElse("none"))));
  }
}
