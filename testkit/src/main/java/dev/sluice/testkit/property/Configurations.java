package dev.sluice.testkit.property;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.schema.SettingsSchema;
import dev.sluice.settings.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Configurations of a plugin, made after the schema of its settings: most members are of the type that is asked for, few
 * are anything, and some are missing or unknown. Texts stem from a small pool, enumerations and the plugin's sample.
 */
public final class Configurations {
  private static final int DEEPEST = 6;

  private Configurations() {}

  /** Any of them; the plugin may refuse some. For a plugin that reads its settings by itself: its sample, damaged. */
  public static Arbitrary<String> any(SluicePlugin plugin) {
    String sample = plugin.sampleSettings().text();
    Arbitrary<String> damaged = Combinators.combine(Arbitraries.integers().between(0, sample.length()),
        Arbitraries.of("", "x", "{", "}", "\"", "\u0000", ",", "0"))
        .as((at, text) -> sample.substring(0, at) + text + sample.substring(Math.min(sample.length(), at + 1)));
    Arbitrary<String> samples = Arbitraries.oneOf(Arbitraries.just(sample), damaged);
    return SettingsSchema.of(plugin)
        .map(schema -> Arbitraries.frequencyOf(Tuple.of(4, of(schema.schema(), DEEPEST)), Tuple.of(1, samples)))
        .getOrElse(samples);
  }

  /** Those that the plugin accepts. */
  public static Arbitrary<String> accepted(SluicePlugin plugin) {
    return any(plugin).filter(text -> accepts(plugin, text));
  }

  private static boolean accepts(SluicePlugin plugin, String text) {
    try {
      return plugin.define(Settings.of(text)) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Arbitrary<String> of(Schema schema, int depth) {
    Arbitrary<String> right = right(schema, depth);
    return Arbitraries.frequencyOf(Tuple.of(12, right), Tuple.of(1, scalars()));
  }

  private static Arbitrary<String> right(Schema schema, int depth) {
    if (depth == 0) {
      return scalars();
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.keywords().getOrElse(choice, null) instanceof Iterable<?> variants) {
        List<Arbitrary<String>> all = new ArrayList<>();
        variants.forEach(variant -> all.add(of((Schema) variant, depth - 1)));
        return Arbitraries.oneOf(all);
      }
    }
    if (schema.keywords().getOrElse("enum", null) instanceof Iterable<?> values) {
      List<String> all = new ArrayList<>();
      values.forEach(value -> all.add(json(value)));
      return Arbitraries.of(all);
    }
    if (schema.keywords().containsKey("const")) {
      return Arbitraries.just(json(schema.keywords().get("const").get()));
    }
    return switch (String.valueOf(schema.keywords().getOrElse("type", ""))) {
      case "object" -> object(schema, depth);
      case "array" -> items(schema, depth);
      case "integer" -> Arbitraries.of("0", "1", "2", "10", "200", "503", "-1", "65536");
      case "number" -> Arbitraries.of("0", "1", "0.5", "2", "-1.5", "100");
      case "boolean" -> Arbitraries.of("true", "false");
      case "string" -> texts();
      default -> scalars();
    };
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("a", "x-a", "", "correct-horse", "5s", "250ms", "1m30s", "64KiB", "/a", "/", "GET", "a.test",
        "https://a.test", "10.0.0.0/8", "[a-z]+", "\u00e4", " ", "a\\u0000b").map(text -> "\"" + text + "\"");
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.oneOf(texts(), Arbitraries.of("null", "true", "0", "-1", "1.5", "{}", "[]", "1e99"));
  }

  private static Arbitrary<String> items(Schema schema, int depth) {
    Arbitrary<String> item =
        schema.keywords().getOrElse("items", null) instanceof Schema each ? of(each, depth - 1) : scalars();
    return item.list().ofMaxSize(3).map(all -> all.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private static Arbitrary<String> object(Schema schema, int depth) {
    List<Arbitrary<String>> members = new ArrayList<>();
    if (schema.keywords().getOrElse("properties", null) instanceof Schema properties) {
      List<?> required = schema.keywords().getOrElse("required", null) instanceof Iterable<?> names
          ? listOf(names)
          : List.of();
      properties.keywords().forEach((name, value) -> {
        Arbitrary<String> member = of((Schema) value, depth - 1).map(text -> json(name) + ":" + text);
        int there = required.contains(name) ? 15 : 1;
        members.add(Arbitraries.frequencyOf(Tuple.of(there, member), Tuple.of(1, Arbitraries.just(""))));
      });
    }
    if (schema.keywords().getOrElse("additionalProperties", null) instanceof Schema others) {
      members.add(Combinators.combine(texts(), of(others, depth - 1)).as((name, value) -> name + ":" + value));
    }
    members.add(Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.just("")), Tuple.of(1, Arbitraries.just("\"zz\":1"))));
    return Combinators.combine(members)
        .as(all -> all.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(",", "{", "}")));
  }

  private static List<Object> listOf(Iterable<?> values) {
    List<Object> all = new ArrayList<>();
    values.forEach(all::add);
    return all;
  }

  /** What stands in a schema, in JSON: texts, numbers and truth values. */
  private static String json(Object value) {
    return value instanceof String text
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : String.valueOf(value);
  }
}
