package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import java.util.List;

/** A plugin whose configuration is its pipeline, so that one module runs all that are generated. */
public final class GeneratedPlugin implements SluicePlugin {
  @Override
  public Plugin define(Settings settings) {
    Json whole = Json.read(settings.raw()).get();
    List<Json> rings = Term.elements(whole.at(JsonPointer.parse("/rings").get()).get());
    boolean right = whole.at(JsonPointer.parse("/right").get()).flatMap(Json::bool).getOrElse(false);
    String space = whole.at(JsonPointer.parse("/space").get()).flatMap(Json::string).getOrElse("");
    StateReader state = new StateReader(space);
    Filter all = Filter.none();
    for (int i = 0; i < rings.size(); i++) {
      all = right ? filter(rings.get(rings.size() - 1 - i), state).then(all) : all.then(filter(rings.get(i), state));
    }
    return plugin("generated").with(all);
  }

  private static Filter filter(Json written, StateReader state) {
    Term ring = Term.of(written);
    Filter filter = Filter.none();
    if (ring.list(0).isEmpty() && ring.list(1).isEmpty()) {
      return ring.list(2).isEmpty() ? filter : onLog(new StepReader(false, state).steps(ring.list(2)));
    }
    filter = ring.list(0).isEmpty() ? filter : filter.request(new StepReader(true, state).steps(ring.list(0)));
    filter = ring.list(1).isEmpty() ? filter : filter.response(new StepReader(false, state).steps(ring.list(1)));
    return ring.list(2).isEmpty() ? filter : filter.log(new StepReader(false, state).steps(ring.list(2)));
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"rings\":[]}");
  }
}
