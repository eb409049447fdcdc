package dev.sluice.value;

import static dev.sluice.dsl.Sluice.cookieValues;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.headerLines;
import static dev.sluice.dsl.Sluice.headerValues;
import static dev.sluice.dsl.Sluice.log;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.queryValues;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.holdsInResponse;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListValueTest {
  private static FakeHost with(String... values) {
    FakeHost host = FakeHost.get("/");
    for (String value : values) {
      host.request("x-a", value);
    }
    return host;
  }

  @Test
  void anyAsksForOneElement() {
    Condition admin = headerValues("x-a").any().is("b");
    assertTrue(holds(with("a", "b"), admin));
    assertFalse(holds(with("a", "c"), admin));
    assertFalse(holds(with(), admin));
    assertTrue(holds(with(), admin.not()));
  }

  /** Also behind the thousandth, where one that looks at fewer would see but one. */
  @Test
  void cookiesOfOneNameAreAllSeen() {
    FakeHost host = FakeHost.get("/")
        .request("cookie", "a=1; b=2; a=\"3\";A=4 ; =5; a; aa=6")
        .request("cookie", "a= 7 ;" + "x=;".repeat(1_500) + "a=");
    assertEquals(Option.some("1,3,7,"), read(host, cookieValues("a").join(",")));
    assertEquals(Option.none(), read(host, cookieValues("c").join(",")));
    assertEquals(Option.none(), read(FakeHost.get("/"), cookieValues("a").first()));
    assertThrows(IllegalArgumentException.class, () -> cookieValues(""));
  }

  @Test
  void allHeadersAreLinesInTheirOrder() {
    assertTrue(read(with("a", "b"), headerLines().join("|")).get().endsWith("x-a: a|x-a: b"));
    assertTrue(holds(with("a"), headerLines().any().is("x-a: a")));
    assertEquals(":", read(with("a"), headerLines().first()).get().substring(0, 1), "pseudo-headers too");
    assertThrows(IllegalArgumentException.class,
        () -> plugin("p").onStart(log(LogLevel.INFO, headerLines().join(""))).plan());
  }

  @Test
  void everyAsksForAllAndForOneAtLeast() {
    Condition known = headerValues("x-a").every().in("a", "b");
    assertTrue(holds(with("a", "b", "a"), known));
    assertFalse(holds(with("a", "c"), known));
    assertFalse(holds(with(), known));
  }

  @Test
  void elementsAnswerAllQuestionsOfTexts() {
    FakeHost host = with("10.1.2.3", "Abc");
    assertTrue(holds(host, headerValues("x-a").any().startsWith("A")));
    assertTrue(holds(host, headerValues("x-a").any().endsWith("c")));
    assertTrue(holds(host, headerValues("x-a").any().contains("b")));
    assertTrue(holds(host, headerValues("x-a").any().matches("[A-C].*")));
    assertTrue(holds(host, headerValues("x-a").any().containsMatch("b")));
    assertTrue(holds(host, headerValues("x-a").any().inCidr("10.0.0.0/8")));
    assertTrue(holds(host, headerValues("x-a").any().constantTimeIs("Abc")));
    assertTrue(holds(with("x", "ON"), headerValues("x-a").any().isTrue()));
    assertTrue(holds(with("x", "0"), headerValues("x-a").any().isFalse()));
  }

  @Test
  void ignoringCaseFoldsBothSides() {
    assertTrue(holds(with("keep-alive", "UPGRADE"), headerValues("x-a").any().ignoringCase().is("Upgrade")));
    assertFalse(holds(with("keep-alive", "UPGRADE"), headerValues("x-a").any().is("Upgrade")));
  }

  @Test
  void countsPicksAndJoins() {
    FakeHost host = with("a", "", "c");
    assertTrue(holds(host, headerValues("x-a").count().is(3)));
    assertTrue(holds(with(), headerValues("x-a").count().is(0)));
    assertEquals(Option.some("a"), read(host, headerValues("x-a").first()));
    assertEquals(Option.some(""), read(host, headerValues("x-a").at(1)));
    assertEquals(Option.some("c"), read(host, headerValues("x-a").last()));
    assertEquals(Option.none(), read(host, headerValues("x-a").at(3)));
    assertEquals(Option.none(), read(with(), headerValues("x-a").first()));
    assertEquals(Option.none(), read(with(), headerValues("x-a").last()));
    assertEquals(Option.some("a, , c"), read(host, headerValues("x-a").join(", ")));
    assertEquals(Option.some(""), read(with(""), headerValues("x-a").join(", ")));
    assertEquals(Option.none(), read(with(), headerValues("x-a").join(", ")));
  }

  @Test
  void listsOfAResponsePartAreThoseOfTheResponse() {
    FakeHost host = with("in").response("x-a", "out").response("x-a", "more");
    assertEquals(Option.some("out+more"), readInResponse(host, headerValues("x-a").join("+")));
  }

  @Test
  void theRequestsQueryIsReadInAResponsePart() {
    FakeHost host = FakeHost.get("/p?a=1&b=2&a=3");
    assertEquals(Option.some("1+3"), readInResponse(host, queryValues("a").join("+")));
    assertTrue(holdsInResponse(host, path().segments().any().is("p")));
  }

  @Test
  void splitKeepsEmptyParts() {
    FakeHost host = with("a,,b,");
    assertTrue(holds(host, header("x-a").split(",").count().is(4)));
    assertEquals(Option.some(""), read(host, header("x-a").split(",").at(1)));
    assertEquals(Option.some(""), read(host, header("x-a").split(",").last()));
    assertEquals(Option.some("a,,b,"), read(host, header("x-a").split(";").first()));
    assertTrue(holds(with(), header("x-a").split(",").count().is(0)));
  }

  @Property
  void splitIsWhatTheJdkSplits(
      @ForAll @Chars({'a', ','}) @StringLength(max = 12) String text,
      @ForAll @Chars({'a', ','}) @StringLength(min = 1, max = 3) String delimiter) {
    String expected = Arrays.stream(text.split(java.util.regex.Pattern.quote(delimiter), -1))
        .collect(Collectors.joining("+"));
    assertEquals(Option.some(expected), read(FakeHost.get("/"), text(text).split(delimiter).join("+")));
  }

  @Property
  void aListThatIsSplitIsOneList(@ForAll @Size(max = 4) List<@AlphaChars @StringLength(max = 3) String> values) {
    FakeHost host = with(values.stream().map(value -> value + ";" + value).toArray(String[]::new));
    assertTrue(holds(host, headerValues("x-a").split(";").count().is(2L * values.size())));
  }

  @ParameterizedTest
  @CsvSource({
      "'gzip, br;q=0.5', gzip|br;q=0.5",
      "' a ,\tb\t', a|b",
      "',,a,,', a",
      "'\"a,b\", c', '\"a,b\"|c'",
      "'\"a\\\",b\", c', '\"a\\\",b\"|c'",
      "'\"a, b', '\"a, b'",
      "'a\\', a\\",
      "'\"\\', '\"\\'"
  })
  void elementsOfAListHeader(String value, String expected) {
    assertEquals(Option.some(expected), read(with(value), header("x-a").elements().join("|")));
    assertEquals(Option.some(expected), read(with(value), headerValues("x-a").elements().join("|")));
  }

  @Test
  void anEmptyListHeaderHasNoElements() {
    assertTrue(holds(with(" , ,"), header("x-a").elements().count().is(0)));
  }

  @Test
  void elementsCanBeChanged() {
    FakeHost host = with(" A ", "B");
    assertEquals(Option.some("a|b"), read(host, headerValues("x-a").trim().lowerCase().join("|")));
  }

  @Test
  void aTextIsOneOfAList() {
    FakeHost host = FakeHost.get("/?u=B").request("x-a", "a").request("x-a", "b").request("x-u", "b");
    assertTrue(holds(host, header("x-u").in(headerValues("x-a"))));
    assertFalse(holds(host, query("u").in(headerValues("x-a"))));
    assertTrue(holds(host, query("u").ignoringCase().in(headerValues("x-a"))));
    assertFalse(holds(host, query("none").in(headerValues("x-a"))));
    assertFalse(holds(FakeHost.get("/").request("x-u", ""), header("x-u").in(headerValues("x-a"))));
  }

  @Test
  void segmentsOfThePath() {
    FakeHost host = FakeHost.get("/users/7//x%2fy/?q=/z");
    assertEquals(Option.some("users|7||x%2fy|"), read(host, path().segments().join("|")));
    assertEquals(Option.some("7"), read(host, path().segment(1)));
    assertEquals(Option.none(), read(host, path().segment(5)));
    assertTrue(holds(FakeHost.get("/"), path().segments().count().is(1)));
    assertTrue(holds(FakeHost.get("*"), path().segments().count().is(0)));
  }

  @Test
  void bytesNeedNotBeUtf8() {
    FakeHost host = FakeHost.get("/").request("x-a", Bytes.latin1("\u00ff,\u00c3"));
    assertTrue(holds(host, header("x-a").split(",").count().is(2)));
    assertFalse(holds(host, headerValues("x-a").any().matches("[a-z]")));
  }

  @Test
  void aWholeMapIsReadOnce() {
    FakeHost host = with("a", "b");
    Plugins.request(host, setHeader("x-b", headerValues("x-a").join("+")),
        setHeader("x-c", headerValues("x-a").first()));
    assertEquals(
        List.of("proxy_get_header_map_pairs", "proxy_replace_header_map_value", "proxy_get_header_map_pairs",
            "proxy_replace_header_map_value"),
        host.hostcalls());
    FakeHost other = with("a", "b");
    holds(other, headerValues("x-a").any().is("c").or(headerValues("x-a").any().is("b")));
    assertEquals(List.of("proxy_get_header_map_pairs"), other.hostcalls());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> headerValues("a b"));
    assertThrows(IllegalArgumentException.class, () -> headerValues("a").at(-1));
    assertThrows(IllegalArgumentException.class, () -> headerValues("a").join(null));
    assertThrows(IllegalArgumentException.class, () -> headerValues("a").split(""));
    assertThrows(IllegalArgumentException.class, () -> header("a").split(""));
    assertThrows(IllegalArgumentException.class, () -> path().segment(-1));
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("one of the values of header x-a is \"b\"", headerValues("X-A").any().is("b").describe());
    assertEquals("each of the elements of values of header x-a starts with \"b\"",
        headerValues("x-a").elements().every().startsWith("b").describe());
    assertEquals("number of values of header x-a is 2", headerValues("x-a").count().is(2).describe());
    assertEquals("number 1 of segments of path", path().segment(1).describe());
    assertEquals("last of header x-a split at \",\"", header("x-a").split(",").last().describe());
  }
}
