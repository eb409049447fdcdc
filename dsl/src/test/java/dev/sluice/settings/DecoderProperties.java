package dev.sluice.settings;

import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.byteSize;
import static dev.sluice.settings.Decoders.cidr;
import static dev.sluice.settings.Decoders.decimal;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.headerName;
import static dev.sluice.settings.Decoders.httpUrl;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.regex;
import static dev.sluice.settings.Decoders.secret;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.union;
import static dev.sluice.settings.Decoders.variant;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.json.Json;
import dev.sluice.data.json.JsonPointer;
import dev.sluice.dsl.SettingsError;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a configuration holds: it is decoded or refused, each error with a place that there is. */
class DecoderProperties {
  private static final String SECRET = "correct-horse";

  /** One of everything. */
  private static final Decoder<?> ALL = object(
      field("a", text().notBlank()).orElse("x").formerly("A"),
      field("b", integer().between(-5, 5)).orElse(1),
      optional("c", decimal().between(0, 1)),
      optional("d", duration()),
      optional("e", byteSize()),
      optional("f", listOf(oneOrMany(bool())).size(0, 2)),
      optional("g", mapOf(headerName(), text().oneOf("one", "two"))),
      optional("h", union("b", variant("x", object(field("a", cidr())).as(block -> block)),
          variant("y", object(field("b/c", httpUrl())).as(url -> url)))),
      optional("i", regex()),
      optional("j", secret().atLeast(20)),
      field("k", mapOf(mapOf(integer()))).orElse(java.util.Map.of())).as((a, b, c, d, e, f, g, h, i, j, k) -> a);

  @Property
  void anyBytes(@ForAll @Size(max = 60) byte[] bytes) {
    holds(Bytes.copyOf(bytes));
  }

  @Property(tries = 5_000)
  void anyJson(@ForAll("objects") String text) {
    holds(Bytes.utf8(text));
  }

  private static void holds(Bytes text) {
    Validation<Seq<SettingsError>, ?> decoded = ALL.decode(text);
    if (decoded.isValid()) {
      assertNotNull(decoded.get());
      return;
    }
    assertFalse(decoded.getError().isEmpty());
    // Where a name is there twice, a pointer with it may mean either.
    boolean ambiguous = decoded.getError().exists(error -> error.message().startsWith("is given twice"));
    for (SettingsError error : decoded.getError()) {
      assertTrue(JsonPointer.parse(error.pointer()).isDefined(), error::describe);
      assertFalse(error.message().contains("\n"), error::describe);
      assertFalse(error.pointer().equals("/j") && error.message().contains(SECRET), error::describe);
      Json.read(text)
          .forEach(
              json -> assertTrue(ambiguous || isThere(json, error), () -> text + ": " + error.describe()));
    }
  }

  /** A place is there; that of a missing field has an object around it that is. */
  private static boolean isThere(Json json, SettingsError error) {
    boolean missing = error.message().startsWith("is missing");
    String place = missing ? error.pointer().substring(0, error.pointer().lastIndexOf('/')) : error.pointer();
    return json.at(JsonPointer.parse(place).get()).isDefined();
  }

  @Provide
  Arbitrary<String> objects() {
    return members(values(3));
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> plain = Arbitraries.of("null", "true", "0", "5", "-1.5", "1e400", "\"\"", "\" \"", "\"x\"",
        "\"y\"", "\"5s\"", "\"64KiB\"", "\"10.0.0.0/8\"", "\"http://a/\"", "\"(\"", "\"one\"", "\"\\ud800\"",
        "\"" + SECRET + "\"");
    if (depth == 0) {
      return plain;
    }
    Arbitrary<String> inner = values(depth - 1);
    Arbitrary<String> arrays = inner.list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, plain), net.jqwik.api.Tuple.of(1, arrays), net.jqwik.api.Tuple.of(2, members(inner)));
  }

  private static Arbitrary<String> members(Arbitrary<String> values) {
    Arbitrary<String> names = Arbitraries.of("a", "A", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "b/c", "~",
        "", "sluice", "\\n", "bb", "n".repeat(257));
    return Combinators.combine(names, values)
        .as((name, value) -> "\"" + name + "\":" + value)
        .list()
        .ofMaxSize(8)
        .map((List<String> all) -> "{" + String.join(",", all) + "}");
  }
}
