package dev.sluice.schema;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.byteSize;
import static dev.sluice.settings.Decoders.decimal;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.union;
import static dev.sluice.settings.Decoders.variant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.settings.Decoder;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {
  private static final Decoder<Duration> ONE =
      object(field("per", duration()).orElse(Duration.ofSeconds(90)).describedAs("the window")).as(per -> per);

  private static final String SCHEMA_OF_ONE = """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "per": {
            "type": "string",
            "pattern": "^(?=.)([0-9]+(\\\\.[0-9]+)?d)?([0-9]+(\\\\.[0-9]+)?h)?([0-9]+(\\\\.[0-9]+)?m)?\
      ([0-9]+(\\\\.[0-9]+)?s)?([0-9]+(\\\\.[0-9]+)?ms)?([0-9]+(\\\\.[0-9]+)?us)?([0-9]+(\\\\.[0-9]+)?ns)?$",
            "description": "The window. A duration with its unit, such as \\"250ms\\", \\"5s\\" or \\"1m30s\\"",
            "default": "1m30s"
          },
          "sluice": {
            "description": "What the proxy promises to the plugin; written by ./sluice build."
          }
        },
        "additionalProperties": false
      }
      """;

  @Test
  void aWholeSchema() {
    assertEquals(SCHEMA_OF_ONE, SettingsSchema.of(ONE).toJson());
  }

  @Test
  void bounds() {
    assertShows(integer().between(1, 5), "\"type\": \"integer\"", "\"minimum\": 1", "\"maximum\": 5");
    assertShows(decimal().between(0, 0.5), "\"minimum\": 0.0", "\"maximum\": 0.5");
    assertShows(text().notBlank().length(2, 5), "\"minLength\": 2", "\"maxLength\": 5",
        "\"pattern\": \"[^ \\\\t-\\\\r]\"");
    assertShows(text().matching("a|b"), "\"pattern\": \"^(?:a|b)$\"");
    assertShows(text().oneOf("a", "b"), "\"enum\": [\"a\", \"b\"]");
    assertShows(byteSize().between(1024, 2048), "A number of bytes between 1KiB and 2KiB with its unit");
    assertShows(listOf(text()).size(1, 3), "\"minItems\": 1", "\"maxItems\": 3", "\"items\": {");
    assertShows(mapOf(bool()), "\"additionalProperties\": {", "\"propertyNames\": {");
    assertShows(secret(), "\"writeOnly\": true");
  }

  @Test
  void requiredOptionalAndFormerFields() {
    assertShows(object(field("a", text()), optional("b", text())).as((a, b) -> a), "\"required\": [\"a\"]");
    assertShows(object(field("a", text()).formerly("b")).as(a -> a), "\"deprecated\": true", "\"oneOf\": [");
  }

  @Test
  void unionsAllowTheEnginesMemberToo() {
    String schema = SettingsSchema.of(union("type", variant("x", object(field("a", text())).as(a -> a)))).toJson();
    assertTrue(schema.contains("\"const\": \"x\"") && schema.contains("\"sluice\": {"), schema);
    assertTrue(schema.contains("\"required\": [\"type\", \"a\"]"), schema);
  }

  @Test
  void thatOfAPluginIsThatOfTheDecoderItUses() {
    assertEquals(Option.some(SettingsSchema.of(ONE)), SettingsSchema.of(Decoding.with(ONE)));
    assertEquals(Option.none(), SettingsSchema.of((SluicePlugin) settings -> plugin("none")));
    assertEquals(Option.none(), SettingsSchema.of((SluicePlugin) settings -> {
      settings.decode(raw -> Validation.valid(raw));
      return plugin("own");
    }));
  }

  @Test
  void alsoWhereTheSampleSettingsAreRefused() {
    assertTrue(SettingsSchema.of(Decoding.with(object(field("a", text())).as(a -> a))).isDefined());
    assertEquals(Option.none(), SettingsSchema.of((SluicePlugin) settings -> {
      throw new IllegalStateException("on purpose");
    }));
  }

  private record Decoding(Decoder<?> decoder) implements SluicePlugin {
    static SluicePlugin with(Decoder<?> decoder) {
      return new Decoding(decoder);
    }

    @Override
    public Plugin define(Settings settings) {
      settings.decode(decoder);
      return plugin("decoding");
    }
  }

  private static void assertShows(Decoder<?> decoder, String... parts) {
    String schema = SettingsSchema.of(decoder).toJson();
    for (String part : parts) {
      assertTrue(schema.contains(part), () -> part + " in " + schema);
    }
  }
}
