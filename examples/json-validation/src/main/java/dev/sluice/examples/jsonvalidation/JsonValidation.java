package dev.sluice.examples.jsonvalidation;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import dev.sluice.step.EditJson;
import java.util.List;

/** Lets requests pass whose body is JSON with all that the settings require. */
public final class JsonValidation implements SluicePlugin {
  private static final Decoder<List<String>> REQUIRED =
      object(field("required", listOf(text().matching("/.*")).notEmpty())
          .describedAs("places that must be there, as JSON Pointers")).as(pointers -> pointers);

  @Override
  public Plugin define(Settings settings) {
    EditJson check = editBody(requestBody())
        .onMalformed(respond(403, "the body is no JSON\n"))
        .onMismatch(respond(403, "the body lacks what is required\n"));
    for (String pointer : settings.decode(REQUIRED)) {
      check = check.require(pointer);
    }
    return plugin("json-validation").request(
        when(header("content-type").ignoringCase().startsWith("application/json").not())
            .respond(403, "content-type must be application/json\n"),
        check);
  }

  @Override
  public Settings sampleSettings() {
    return Settings.of("{\"required\": [\"/id\"]}");
  }
}
