package dev.sluice.schema;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsDecoder;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsObserver;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.plan.Check;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.Schema;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** The JSON Schema of a plugin's settings, for editors and for checks before anything is deployed. */
public record SettingsSchema(Schema schema) {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String RESERVED = "sluice";

  /** The schema of what this decoder accepts as a whole configuration. */
  public static SettingsSchema of(Decoder<?> decoder) {
    Schema schema = Check.given("schema", "the decoder", decoder).schema();
    LinkedHashMap<String, Object> dialect = LinkedHashMap.of("$schema", DIALECT);
    return new SettingsSchema(withReserved(new Schema(dialect.merge(schema.keywords()))));
  }

  /**
   * The schema of what the plugin decodes its settings with, as seen when it is defined with its sample settings; none
   * where it reads them in another way, or fails before it reads them.
   */
  public static Option<SettingsSchema> of(SluicePlugin plugin) {
    FirstDecoder first = new FirstDecoder();
    try {
      Settings sample = plugin.sampleSettings();
      plugin.define(Settings.from(sample::raw, first));
    } catch (RuntimeException e) {
      // Sample settings that the plugin refuses: what it reads them with is known all the same.
      return first.schema();
    }
    return first.schema();
  }

  /** As a file: indented JSON with a line end. */
  public String toJson() {
    return SchemaText.of(schema) + "\n";
  }

  /** The proxy's own member is allowed beside those of the settings, see {@link Decoder}. */
  private static Schema withReserved(Schema schema) {
    if (schema.keywords().getOrElse("oneOf", null) instanceof List<?> variants) {
      return schema.with("oneOf", Vector.ofAll(variants).map(variant -> withReserved((Schema) variant)));
    }
    if (!schema.keywords().getOrElse("type", "").equals("object")) {
      return schema;
    }
    Schema properties = (Schema) schema.keywords().getOrElse("properties", new Schema(LinkedHashMap.empty()));
    return properties.keywords().containsKey(RESERVED)
        ? schema
        : schema.with("properties", properties.with(RESERVED, reserved()));
  }

  private static Schema reserved() {
    return new Schema(
        LinkedHashMap.of("description", "What the proxy promises to the plugin; written by ./sluice build."));
  }

  private static final class FirstDecoder implements SettingsObserver {
    private Option<SettingsDecoder<?>> decoder = Option.none();

    @Override
    public void warning(SettingsError warning) {}

    @Override
    public void decoding(SettingsDecoder<?> used) {
      decoder = decoder.orElse(Option.some(used));
    }

    Option<SettingsSchema> schema() {
      return decoder.flatMap(used -> used instanceof Decoder<?> json ? Option.some(of(json)) : Option.none());
    }
  }
}
