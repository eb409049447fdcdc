package dev.sluice.settings;

import static dev.sluice.settings.Decoders.bool;
import static dev.sluice.settings.Decoders.byteSize;
import static dev.sluice.settings.Decoders.cidr;
import static dev.sluice.settings.Decoders.decimal;
import static dev.sluice.settings.Decoders.duration;
import static dev.sluice.settings.Decoders.enumOf;
import static dev.sluice.settings.Decoders.headerName;
import static dev.sluice.settings.Decoders.httpUrl;
import static dev.sluice.settings.Decoders.integer;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.regex;
import static dev.sluice.settings.Decoders.text;
import static dev.sluice.settings.Decoders.urlPath;
import static dev.sluice.settings.Reading.refused;
import static dev.sluice.settings.Reading.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.data.net.IpAddress;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of value: what it accepts, and what it says to everything else. */
class DecodersTest {
  private enum Mode {
    FAIL_OPEN,
    FAIL_CLOSED
  }

  @Test
  void texts() {
    assertEquals("", value(text(), "''"));
    assertEquals("é\n\ud83d\ude00", value(text(), "'é\\n\\ud83d\\ude00'"));
    refused(text(), "1", "1 is not a string");
    refused(text(), "null", "null is not a string");
    refused(text(), "['a']", "an array is not a string");
    refused(text().notBlank(), "' \\t'", "' \\u0009' is not a non-blank string");
  }

  @Test
  void lengthsCountCharacters() {
    TextDecoder two = text().length(2, 3);
    assertEquals("é\ud83d\ude00", value(two, "'é\ud83d\ude00'"));
    refused(two, "'\ud83d\ude00'", "'\ud83d\ude00' is not a string of 2 to 3 characters");
    refused(two, "'abcd'", "'abcd' is not a string of 2 to 3 characters");
    refused(text().atMost(1), "'ab'", "'ab' is not a string of at most 1 characters");
    refused(text().notBlank().length(2, Integer.MAX_VALUE), "'a'",
        "'a' is not a non-blank string of at least 2 characters");
    assertThrows(IllegalArgumentException.class, () -> text().length(3, 2));
    assertThrows(IllegalArgumentException.class, () -> text().length(-1, 2));
  }

  @Test
  void matchingTexts() {
    Decoder<String> word = text().matching("[a-z]+");
    assertEquals("abc", value(word, "'abc'"));
    refused(word, "'abc1'", "'abc1' is not a string that matches [a-z]+");
    refused(word, "true", "true is not a string");
    assertThrows(IllegalArgumentException.class, () -> text().matching("("));
  }

  @Test
  void choices() {
    Decoder<String> colour = text().oneOf("red", "green");
    assertEquals("green", value(colour, "'green'"));
    refused(colour, "'gren'", "'gren' is not one of 'red', 'green'; did you mean 'green'?");
    refused(colour, "'blue'", "'blue' is not one of 'red', 'green'");
    refused(colour, "7", "7 is not one of 'red', 'green'");
    assertThrows(IllegalArgumentException.class, () -> text().oneOf());
  }

  @Test
  void enums() {
    Decoder<Mode> mode = enumOf(Mode.values());
    assertEquals(Mode.FAIL_OPEN, value(mode, "'fail-open'"));
    refused(mode, "'FAIL_OPEN'", "'FAIL_OPEN' is not one of 'fail-open', 'fail-closed'; did you mean 'fail-open'?");
    assertEquals(Mode.FAIL_CLOSED, value(enumOf(Mode.values(), one -> "m-" + one), "'m-FAIL_CLOSED'"));
  }

  @Test
  void integers() {
    assertEquals(Long.MIN_VALUE, value(integer(), "-9223372036854775808"));
    assertEquals(Long.MAX_VALUE, value(integer(), "9223372036854775807"));
    for (String five : List.of("5", "5.0", "5e0", "50E-1", "0.5e+1", "0.00005e5", "5.000")) {
      assertEquals(5L, value(integer(), five), five);
    }
    assertEquals(1_000_000_000_000_000L, value(integer(), "1e+15"));
    assertEquals(0L, value(integer(), "-0.0e99999999999"));
    for (String none : List.of("5.5", "1e19", "9223372036854775808", "1e-1", "1e99999999999")) {
      refused(integer(), none, none + " is not a 64-bit integer");
    }
    refused(integer(), "'5'", "'5' is not a 64-bit integer");
    refused(integer().between(1, 10), "0", "0 is not an integer between 1 and 10");
    refused(integer().between(1, 10), "11.0", "11.0 is not an integer between 1 and 10");
    refused(integer().atLeast(1), "0", "0 is not an integer of at least 1");
    refused(integer().atMost(1), "2", "2 is not an integer of at most 1");
    assertThrows(IllegalArgumentException.class, () -> integer().between(2, 1));
  }

  @Test
  void smallIntegers() {
    assertEquals(Integer.MAX_VALUE, value(integer().asInt(), "2147483647"));
    refused(integer().asInt(), "2147483648", "2147483648 is not an integer between -2147483648 and 2147483647");
    refused(integer().atLeast(5).asInt(), "4", "4 is not an integer between 5 and 2147483647");
    assertEquals(65536, value(byteSize().asInt(), "'64KiB'"));
  }

  @Test
  void decimals() {
    assertEquals(0.25, value(decimal(), "0.25"));
    assertEquals(-3.0, value(decimal(), "-3"));
    refused(decimal().between(0, 1), "1.5", "1.5 is not a number of at most 18 digits between 0 and 1");
    refused(decimal().atLeast(0.5), "0.25", "0.25 is not a number of at most 18 digits, at least 0.5");
    refused(decimal().atMost(-0.125), "0", "0 is not a number of at most 18 digits, at most -0.125");
    refused(decimal(), "1e30", "1e30 is not a number of at most 18 digits");
    refused(decimal(), "'1'", "'1' is not a number of at most 18 digits");
    assertThrows(IllegalArgumentException.class, () -> decimal().between(1, 0));
    assertThrows(IllegalArgumentException.class, () -> decimal().atLeast(Double.NaN));
  }

  @Test
  void truthValues() {
    assertTrue(value(bool(), "true"));
    refused(bool(), "'true'", "'true' is not true or false");
    refused(bool(), "1", "1 is not true or false");
  }

  @Test
  void durations() {
    assertEquals(Duration.ofMillis(250), value(duration(), "'250ms'"));
    assertEquals(Duration.ofSeconds(90), value(duration(), "'1m30s'"));
    assertEquals(Duration.ofMillis(1500), value(duration(), "'1.5s'"));
    assertEquals(Duration.ZERO, value(duration(), "'0s'"));
    String such = " is not a duration with its unit, such as '250ms', '5s' or '1m30s'";
    refused(duration(), "250", "250" + such);
    for (String none : List.of("250", "", "s", "5 s", "-5s", "5S", "30s1m", "1s1s", "1.s", ".5s", "1..5s", "1ns1",
        "0.5ns", "300000d", "99999999999999999999s")) {
      refused(duration(), "'" + none + "'", "'" + none + "'" + such);
    }
    refused(duration().between(Duration.ofMillis(1), Duration.ofMinutes(90)), "'2h'",
        "'2h' is not a duration between 1ms and 1h30m with its unit, such as '250ms', '5s' or '1m30s'");
  }

  @Test
  void byteSizes() {
    assertEquals(65_536L, value(byteSize(), "'64KiB'"));
    assertEquals(1_500_000L, value(byteSize(), "'1.5MB'"));
    assertEquals(1_000L, value(byteSize(), "'1kB'"));
    assertEquals(1_000L, value(byteSize(), "'1KB'"));
    assertEquals(2L << 30, value(byteSize(), "'2GiB'"));
    assertEquals(0L, value(byteSize(), "'0B'"));
    String such = " is not a number of bytes with its unit, such as '64KiB' or '1MB'";
    refused(byteSize(), "64", "64" + such);
    for (String none : List.of("64", "64kib", "64K", "1.5B", "-1B", "1 MB", "9999999999GiB")) {
      refused(byteSize(), "'" + none + "'", "'" + none + "'" + such);
    }
    refused(byteSize().between(1024, 1 << 20), "'2MiB'",
        "'2MiB' is not a number of bytes between 1KiB and 1MiB with its unit, such as '64KiB' or '1MB'");
  }

  @Test
  void formats() {
    assertEquals("x-user-id", value(headerName(), "'X-User-Id'"));
    refused(headerName(), "'x user'", "'x user' is not a header name, such as 'x-user-id'");
    assertTrue(value(cidr(), "'10.0.0.0/8'").contains(IpAddress.parse("10.1.2.3").get()));
    refused(cidr(), "'10.0.0.1/8'", "'10.0.0.1/8' is not a block of addresses, such as '10.0.0.0/8' or 'fd00::/8',"
        + " without bits behind its length");
    assertEquals("/a/b%20c", value(urlPath(), "'/a/b%20c'"));
    for (String none : List.of("a", "", "/a b", "/a?b", "/a%2", "/a#b", "/é")) {
      refused(urlPath(), "'" + none + "'", "'" + none + "' is not a path that begins with a slash, such as '/a/b'");
    }
    assertEquals("https://example.com/a?b=c", value(httpUrl(), "'HTTPS://Example.com:443/a?b=c'").toString());
    refused(httpUrl(), "'/a'", "'/a' is not an absolute URL, such as 'https://example.com/a?b=c'");
  }

  @Test
  void regularExpressions() {
    assertTrue(value(regex(), "'a+'").matches("aa"));
    refused(regex(), "'a('", "'a(' is not a regular expression in RE2's syntax: missing closing )");
    refused(regex(), "1", "1 is not a regular expression in RE2's syntax");
  }

  @Test
  void lists() {
    assertEquals(List.of("a", "b"), value(listOf(text()), "['a', 'b']"));
    assertEquals(List.of(), value(listOf(text()), "[]"));
    refused(listOf(text()), "'a'", "'a' is not an array");
    refused(listOf(integer().atLeast(1)), "[1, 'a', 0]",
        "/1: 'a' is not an integer of at least 1", "/2: 0 is not an integer of at least 1");
    refused(listOf(text()).notEmpty(), "[]", "has 0 elements and is not an array of at least 1 element");
    refused(listOf(text()).size(1, 2), "['a', 'b', 1]", "/2: 1 is not a string",
        "has 3 elements and is not an array of 1 to 2 elements");
    List<String> read = value(listOf(text()), "['a']");
    assertThrows(UnsupportedOperationException.class, () -> read.add("b"));
    assertThrows(IllegalArgumentException.class, () -> listOf(text()).size(2, 1));
  }

  @Test
  void oneOrSeveral() {
    assertEquals(List.of("a"), value(oneOrMany(text()), "'a'"));
    assertEquals(List.of("a", "b"), value(oneOrMany(text()), "['a', 'b']"));
    refused(oneOrMany(text()), "[]", "has 0 elements and is not an array of at least 1 element");
    refused(oneOrMany(text()), "[1]", "/0: 1 is not a string");
    refused(oneOrMany(text()), "1", "1 is not a string");
  }

  @Test
  void maps() {
    Map<String, Long> read = value(mapOf(integer()), "{'b': 1, 'a': 2}");
    assertEquals(List.of("b", "a"), new ArrayList<>(read.keySet()));
    assertThrows(UnsupportedOperationException.class, () -> read.put("c", 3L));
    refused(mapOf(integer()), "[]", "an array is not an object");
    refused(mapOf(integer()), "{'a/~': 'x', 'b': 1, 'b': 2}",
        "/a~1~0: 'x' is not a 64-bit integer", "/b: is given twice; give it once");
    refused(mapOf(headerName(), text()), "{'X-A': 'a', 'x a': 'b', 'x-a': 'c'}",
        "/x a: 'x a' is not a header name, such as 'x-user-id'", "/x-a: is given twice; give it once");
    refused(mapOf(integer()), "{'a': 'x', 'a': 'y'}",
        "/a: 'x' is not a 64-bit integer", "/a: 'y' is not a 64-bit integer", "/a: is given twice; give it once");
  }

  @Test
  void whatAFunctionMakesOfThem() {
    assertEquals(3, value(text().map(String::length), "'abc'"));
    Decoder<Integer> even =
        integer().parse("an even integer", n -> n % 2 == 0 ? Option.some((int) (n / 2)) : Option.none());
    assertEquals(2, value(even, "4"));
    refused(even, "5", "5 is not an even integer");
    refused(even, "'a'", "'a' is not a 64-bit integer");
    refused(text().map(Integer::parseInt), "'a'", "For input string: \"a\"".replace('"', '\''));
    refused(text().map(value -> null), "'a'", "map: what the function makes of it is null; give a value");
    refused(text().check(value -> value.startsWith("a"), "has to begin with a"), "'b'", "has to begin with a");
    assertEquals("ab", value(text().check(value -> value.startsWith("a"), "has to begin with a"), "'ab'"));
  }

  @Test
  void whatIsQuotedIsShortAndOnOneLine() {
    String long100 = "a".repeat(100);
    refused(text().oneOf("b"), "'" + long100 + "'", "'" + "a".repeat(60) + "...' is not 'b'");
    refused(text().oneOf("b"), "'" + "a".repeat(59) + "\ud83d\ude00'", "'" + "a".repeat(59) + "...' is not 'b'");
    refused(bool(), "1" + "0".repeat(100), "1" + "0".repeat(59) + "... is not true or false");
    refused(text().oneOf("b"), "'\\u001b[31m\\r\\n\\u0085\\\\'",
        "'\\u001b[31m\\u000d\\u000a\\u0085\\\\' is not 'b'");
  }
}
