package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.requestId;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured, and one inside it that logs the id. */
public final class RequestIdPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    RequestId ids = settings.decode(RequestId.DECODER);
    return plugin("request-id").with(requestId(ids), onLog(log(LogLevel.INFO, ids.value())));
  }
}
