package dev.sluice.std.body;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.std.Filters.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** JSON by its configuration. */
public final class JsonBodyPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    return plugin("json").with(jsonBody(settings.decode(JsonBody.DECODER)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"require\": {\"/id\": \"number\"}}");
  }
}
