package dev.sluice.explain;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.ref;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.dsl.Sluice.when;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {
  private static final SluicePlugin PLUGIN = settings -> {
    String name = settings.decode(object(field("name", text()).formerly("header")).as(value -> value));
    return plugin("check").request(name.equals("plan")
        ? setHeader("x-a", ref("nobody"))
        : when(header(name).missing()).respond(403));
  };

  @Test
  void acceptedWithOrWithoutWarnings() {
    assertEquals(new ConfigurationCheck(Vector.empty(), Vector.empty()), check("{\"name\": \"x-user\"}"));
    assertEquals(
        new ConfigurationCheck(
            Vector.empty(),
            Vector.of(new SettingsError("/header", "is deprecated; the field is now named \"name\""))),
        check("{\"header\": \"x-user\"}"));
  }

  @Test
  void whatTheDecoderTheWordsAndThePlannerRefuse() {
    assertEquals(Vector.of(new SettingsError("/name", "is missing; give a string")), check("").errors());
    assertEquals(1, check("{\"name\": \"x user\"}").errors().size());
    assertEquals(1, check("{\"name\": \"plan\"}").errors().size());
    assertEquals(1, ConfigurationCheck.of(settings -> null, Bytes.EMPTY).errors().size());
  }

  private static ConfigurationCheck check(String configuration) {
    return ConfigurationCheck.of(PLUGIN, Bytes.utf8(configuration));
  }
}
