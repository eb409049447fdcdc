package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;

/** A plugin whose configuration is its pipeline, so that one module runs all that are generated. */
public final class GeneratedPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    Json written = Json.read(settings.raw()).get().at(JsonPointer.parse("/rings").get()).get();
    return plugin("generated").with(filter(written));
  }

  private static Filter filter(Json written) {
    Filter all = Filter.none();
    for (Json one : Term.elements(written)) {
      Term ring = Term.of(one);
      Filter filter = Filter.none();
      filter = ring.list(0).isEmpty() ? filter : filter.request(new StepReader(true).steps(ring.list(0)));
      filter = ring.list(1).isEmpty() ? filter : filter.response(new StepReader(false).steps(ring.list(1)));
      filter = ring.list(2).isEmpty() ? filter : filter.log(new StepReader(false).steps(ring.list(2)));
      all = all.then(filter);
    }
    return all;
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"rings\":[]}");
  }
}
