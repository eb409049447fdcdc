package dev.sluice.settings;

import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.optional;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.union;
import static dev.sluice.settings.Decoders.variant;
import static dev.sluice.settings.Reading.errors;
import static dev.sluice.settings.Reading.json;
import static dev.sluice.settings.Reading.refused;
import static dev.sluice.settings.Reading.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects: their fields, and what there may be wrong with them. */
class ObjectDecoderTest {
  private record Limits(long requests, Duration per, List<String> keys, Option<String> realm) {
    static final Decoder<Limits> DECODER = object(
        field("requests", integer().between(1, 1_000_000)).orElse(100),
        field("per", duration()).orElse(Duration.ofSeconds(1)),
        field("keys", listOf(text().notBlank())),
        optional("realm", text())).as(Limits::new);
  }

  private record Range(long low, long high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low is above high; give the lower number first");
      }
    }

    static final ObjectDecoder<Range> DECODER =
        object(field("low", integer()), field("high", integer()).formerly("top", "max")).as(Range::new);
  }

  private sealed interface Auth {
    record Basic(String realm) implements Auth {}

    record Key(String header, boolean once) implements Auth {}
  }

  private static final Decoder<Auth> AUTH = union("type",
      variant("basic", object(field("realm", text())).as(Auth.Basic::new)),
      variant("key", object(field("header", text()), field("once", Decoders.bool()).orElse(true)).as(Auth.Key::new)));

  @Test
  void fieldsBecomeComponents() {
    assertEquals(new Limits(5, Duration.ofMinutes(1), List.of("a"), Option.some("r")),
        value(Limits.DECODER, "{'realm': 'r', 'keys': ['a'], 'per': '1m', 'requests': 5}"));
    assertEquals(new Limits(100, Duration.ofSeconds(1), List.of(), Option.none()),
        value(Limits.DECODER, " {\n'keys': []} "));
  }

  @Test
  void allErrorsAtOnce() {
    refused(Limits.DECODER, "{'requets': 1, 'requests': 0, 'per': 5, 'keys': ['', 1], 'realm': null, 'realm': 'r'}",
        "/requets: is no known field; did you mean 'requests'?",
        "/realm: is given twice; give it once",
        "/requests: 0 is not an integer between 1 and 1000000",
        "/per: 5 is not a duration with its unit, such as '250ms', '5s' or '1m30s'",
        "/keys/0: '' is not a non-blank string",
        "/keys/1: 1 is not a non-blank string",
        "/realm: null is not a string");
    refused(Limits.DECODER, "[]", "an array is not an object");
  }

  @Test
  void anEmptyConfigurationIsAnEmptyObject() {
    refused(Limits.DECODER, "", "/keys: is missing; give an array");
    refused(Limits.DECODER, " \r\n\t", "/keys: is missing; give an array");
    assertEquals("x", value(object(field("a", text()).orElse("x")).as(a -> a), ""));
  }

  @Test
  void unknownFields() {
    refused(Limits.DECODER, "{'keys': [], 'KEYS': [], 'fork': 1}",
        "/KEYS: is no known field; did you mean 'keys'?",
        "/fork: is no known field; known are 'requests', 'per', 'keys', 'realm'");
    refused(object(() -> "x"), "{'a': 1}", "/a: is no known field");
  }

  @Test
  void theEnginesOwnMemberIsNoSetting() {
    assertEquals("x", value(object(field("a", text())).as(a -> a), "{'a': 'x', 'sluice': {'b': 1}}"));
    assertEquals(1, value(mapOf(text()), "{'a': 'x', 'sluice': {'b': 1}}").size());
    assertEquals("y", value(object(field("sluice", text())).as(a -> a), "{'sluice': 'y'}"));
    refused(object(field("a", Range.DECODER)).as(a -> a), "{'a': {'low': 1, 'high': 2, 'sluice': {}}}",
        "/a/sluice: is no known field; known are 'low', 'high'");
  }

  @Test
  void objectsInObjects() {
    Decoder<List<Range>> nested = object(field("ranges", listOf(Range.DECODER))).as(ranges -> ranges);
    assertEquals(List.of(new Range(1, 2)), value(nested, "{'ranges': [{'low': 1, 'high': 2}]}"));
    refused(nested, "{'ranges': [{'low': 1, 'high': 2}, {'low': 'x'}, 7]}",
        "/ranges/1/low: 'x' is not a 64-bit integer",
        "/ranges/1/high: is missing; give a 64-bit integer",
        "/ranges/2: 7 is not an object");
  }

  @Test
  void whatARecordRefusesIsAnError() {
    refused(object(field("range", Range.DECODER)).as(range -> range), "{'range': {'low': 2, 'high': 1}}",
        "/range: low is above high; give the lower number first");
    refused(Range.DECODER.check(range -> range.high() < 10, "high has to be below 10"), "{'low': 1, 'high': 10}",
        "high has to be below 10");
    refused(object(() -> {
      throw new IllegalArgumentException();
    }), "{}", "cannot be used");
  }

  @Test
  void formerNames() {
    List<String> warnings = new ArrayList<>();
    assertEquals(new Range(1, 2), Range.DECODER.decode(json("{'low': 1, 'top': 2}"),
        warning -> warnings.add(warning.describe())).get());
    assertEquals(List.of("/top: is deprecated; the field is now named \"high\""), warnings);
    refused(Range.DECODER, "{'low': 1, 'high': 2, 'top': 3}",
        "/top: is another name of 'high', which is given too; give one of them");
    refused(Range.DECODER, "{'low': 1, 'max': 2, 'max': 3}", "/max: is given twice; give it once");
    refused(Range.DECODER, "{'low': 1, 'top': 'x'}", "/top: 'x' is not a 64-bit integer");
    refused(Range.DECODER, "{'low': 1}", "/high: is missing; give a 64-bit integer");
  }

  @Test
  void unions() {
    assertEquals(new Auth.Basic("r"), value(AUTH, "{'type': 'basic', 'realm': 'r'}"));
    assertEquals(new Auth.Key("x", true), value(AUTH, "{'header': 'x', 'type': 'key'}"));
    refused(AUTH, "{'realm': 'r'}", "/type: is missing; give one of 'basic', 'key'");
    refused(AUTH, "{'type': 'bsic'}", "/type: 'bsic' is not one of 'basic', 'key'; did you mean 'basic'?");
    refused(AUTH, "{'type': 3}", "/type: 3 is not one of 'basic', 'key'");
    refused(AUTH, "{'type': 'basic', 'type': 'basic', 'header': 'x'}", "/type: is given twice; give it once",
        "/header: is no known field; known are 'realm', 'type'", "/realm: is missing; give a string");
    refused(AUTH, "'basic'", "'basic' is not an object");
    assertEquals(new Auth.Basic("r"), value(AUTH, "{'type': 'basic', 'realm': 'r', 'sluice': {}}"));
  }

  @Test
  void malformedJsonIsLocated() {
    refused(Limits.DECODER, "{'keys': [],\n 'é': ]}",
        "is not JSON: a value was expected at line 2, column 7 (offset 20)");
    refused(Limits.DECODER, "{", "is not JSON: ends too early at line 1, column 2 (offset 1)");
    assertEquals(io.vavr.collection.List.of("is not JSON: not UTF-8 at line 1, column 2 (offset 1)"),
        errors(text(), Bytes.latin1("\"\u00ff\"")));
  }

  @Test
  void tooMuchIsRefused() {
    refused(text(), "[".repeat(65) + "]".repeat(65),
        "is not JSON: deeper than allowed at line 1, column 65 (offset 64)");
    refused(text(), "'" + "a".repeat(1 << 20) + "'",
        "is not JSON: larger than allowed at line 1, column 1048577 (offset 1048576)");
    String name = "n".repeat(257);
    refused(mapOf(text()), "{'" + name + "': 'a'}",
        "has the field '" + "n".repeat(60) + "...' of 257 characters; a name has at most 256");
    refused(Range.DECODER, "{'low': 1, 'high': 2, '" + name + "': 'a'}",
        "has the field '" + "n".repeat(60) + "...' of 257 characters; a name has at most 256");
  }

  @Test
  void ofManyErrorsTheFirstHundredAreTold() {
    io.vavr.collection.List<String> errors = errors(listOf(text()), "[" + "1,".repeat(149) + "1]");
    assertEquals(101, errors.size());
    assertEquals("/99: 1 is not a string", errors.get(99));
    assertEquals("and 50 more errors", errors.last());
    assertEquals(100, errors(listOf(text()), "[" + "1,".repeat(99) + "1]").size());
  }

  @Test
  void twelveFields() {
    Field<String> a = field("a", text()).orElse("1");
    Decoder<String> twelve = object(a, named("b"), named("c"), named("d"), named("e"), named("f"), named("g"),
        named("h"), named("i"), named("j"), named("k"), named("l"))
        .as((one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelfth) -> one + two + three + four
            + five + six + seven + eight + nine + ten + eleven + twelfth);
    assertEquals("1bcdefghijkX", value(twelve, "{'l': 'X'}"));
  }

  private static Field<String> named(String name) {
    return field(name, text()).orElse(name);
  }

  @Test
  void whatCannotWorkIsRefusedWhereItIsWritten() {
    assertThrows(IllegalArgumentException.class, () -> object(named("a"), named("a")).as((a, b) -> a));
    assertThrows(IllegalArgumentException.class, () -> object(named("a"), named("b").formerly("a")).as((a, b) -> a));
    assertThrows(IllegalArgumentException.class, () -> field(null, text()));
    assertThrows(IllegalArgumentException.class, () -> field("a", (Decoder<String>) null));
    assertThrows(IllegalArgumentException.class, () -> field("n".repeat(257), text()));
    assertThrows(IllegalArgumentException.class, () -> named("a").formerly());
    assertThrows(IllegalArgumentException.class, () -> named("a").orElse(null));
    assertThrows(IllegalArgumentException.class, () -> union("type"));
    assertThrows(IllegalArgumentException.class, () -> optional("a", null));
  }

  @Test
  void aDecoderIsAsGoodTheSecondTime() {
    refused(Limits.DECODER, "{}", "/keys: is missing; give an array");
    assertTrue(errors(Limits.DECODER, "{'keys': []}").isEmpty());
    refused(Limits.DECODER, "{}", "/keys: is missing; give an array");
  }
}
