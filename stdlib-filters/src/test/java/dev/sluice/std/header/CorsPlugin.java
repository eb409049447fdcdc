package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.cors;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** The filter around one that refuses requests. */
public final class CorsPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("cors").with(cors(settings.decode(Cors.DECODER)))
        .with(request(when(path().is("/refused")).respond(401, "who are you?")));
  }
}
