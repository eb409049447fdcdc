package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.accessLog;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter as it is configured, around one that refuses requests. */
public final class AccessLogPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("access-log").with(accessLog(settings.decode(AccessLog.DECODER)))
        .with(request(when(path().is("/refused")).respond(403, "no")));
  }
}
