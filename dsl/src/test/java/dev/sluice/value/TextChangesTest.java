package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.path;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.fake.FakeHost;
import dev.sluice.value.text.Growth;
import io.vavr.control.Option;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextChangesTest {
  private static FakeHost with(String value) {
    return FakeHost.get("/").request("x-a", value);
  }

  private static Option<String> of(String value, TextValue made) {
    return read(with(value), made);
  }

  @Test
  void trimsSpacesAndTabs() {
    assertEquals(Option.some("a b"), of(" \ta b\t ", header("x-a").trim()));
    assertEquals(Option.some(""), of(" \t", header("x-a").trim()));
    assertEquals(Option.some("\u00a0"), of("\u00a0", header("x-a").trim()));
    assertEquals(Option.none(), read(FakeHost.get("/"), header("x-a").trim()));
  }

  @Test
  void caseIsThatOfAscii() {
    assertEquals(Option.some("abc[äÄ@z"), of("aBC[äÄ@Z", header("x-a").lowerCase()));
    assertEquals(Option.some("ABC{äÄ`Z"), of("aBC{äÄ`z", header("x-a").upperCase()));
  }

  @Test
  void substringsAreCutToWhatIsThere() {
    assertEquals(Option.some("cd"), of("abcd", header("x-a").substring(2)));
    assertEquals(Option.some(""), of("abcd", header("x-a").substring(9)));
    assertEquals(Option.some("bc"), of("abcd", header("x-a").substring(1, 3)));
    assertEquals(Option.some("d"), of("abcd", header("x-a").substring(3, 9)));
    assertEquals(Option.some(""), of("abcd", header("x-a").substring(2, 2)));
  }

  @Test
  void whatStandsAroundADelimiter() {
    assertEquals(Option.some("a"), of("a=b=c", header("x-a").before("=")));
    assertEquals(Option.some("b=c"), of("a=b=c", header("x-a").after("=")));
    assertEquals(Option.some("a=b"), of("a=b=c", header("x-a").beforeLast("=")));
    assertEquals(Option.some("c"), of("a=b=c", header("x-a").afterLast("=")));
    assertEquals(Option.some("b"), of("a<b>c>", header("x-a").between("<", ">")));
    assertEquals(Option.some(""), of("=", header("x-a").after("=")));
  }

  @Test
  void withoutItsDelimiterThereIsNothing() {
    assertEquals(Option.none(), of("abc", header("x-a").before("=")));
    assertEquals(Option.none(), of("abc", header("x-a").after("=")));
    assertEquals(Option.none(), of("abc", header("x-a").beforeLast("=")));
    assertEquals(Option.none(), of("abc", header("x-a").afterLast("=")));
    assertEquals(Option.none(), of("a>b<", header("x-a").between("<", ">")));
  }

  @Property
  void lastIsWhatTheJdkFinds(
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 40) String text,
      @ForAll @Chars({'a', 'b'}) @StringLength(min = 1, max = 20) String part) {
    int last = text.lastIndexOf(part);
    Option<String> expected = last < 0 ? Option.none() : Option.some(text.substring(last + part.length()));
    assertEquals(expected, read(FakeHost.get("/"), text(text).afterLast(part)));
    assertEquals(text.contains(part), holds(FakeHost.get("/"), text(text).contains(part)));
    assertEquals(text.contains(part), holds(FakeHost.get("/"), text(text).contains(text(part))));
  }

  @Property
  void replaceIsWhatTheJdkReplaces(
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 40) String text,
      @ForAll @Chars({'a', 'b'}) @StringLength(min = 1, max = 18) String wanted,
      @ForAll @Chars({'a', 'c'}) @StringLength(max = 3) String by) {
    assertEquals(Option.some(text.replace(wanted, by)), read(FakeHost.get("/"), text(text).replace(wanted, by)));
  }

  @Test
  void aReplacementThatGrowsTooMuchIsAbsent() {
    String longOne = "x".repeat(2000);
    assertEquals(Option.none(), of("a".repeat(600), header("x-a").replace("a", longOne)));
    assertTrue(of("a".repeat(500), header("x-a").replace("a", longOne)).isDefined());
    assertTrue(600 * 2000 > Growth.MOST_BYTES && 500 * 2000 < Growth.MOST_BYTES);
  }

  @Test
  void aTextOfAnyLengthCanBeCutAndShortened() {
    String huge = "ab".repeat(Growth.MOST_BYTES);
    assertTrue(holds(with(huge), header("x-a").replace("a", "").length().is(Growth.MOST_BYTES)));
    assertTrue(holds(with(huge), header("x-a").replace("a", "c").length().is(2L * Growth.MOST_BYTES)));
    assertTrue(holds(with(huge), header("x-a").replace("a", "aaa").absent()));
  }

  @Test
  void groupsOfARegularExpression() {
    assertEquals(Option.some("42"), of("/users/42/x", header("x-a").group("/users/([0-9]+)", 1)));
    assertEquals(Option.some("/users/42"), of("/users/42/x", header("x-a").group("/users/([0-9]+)", 0)));
    assertEquals(Option.none(), of("/users/x", header("x-a").group("/users/([0-9]+)", 1)));
    assertEquals(Option.none(), of("ac", header("x-a").group("a(b)?c", 1)));
    assertEquals(Option.some("ü"), of("grün", header("x-a").group("gr(.)n", 1)));
    assertEquals(Option.some("b"), of("A=B", header("x-a").ignoringCase().group("a=(B)", 1)));
  }

  @Test
  void aStrayByteInAGroupIsAReplacementCharacter() {
    FakeHost host = FakeHost.get("/?q=a%ffb");
    assertEquals(Option.some("\ufffdb"), read(host, query("q").group("a(.*)", 1)));
  }

  @Test
  void textsAroundIt() {
    assertEquals(Option.some("<a"), of("a", header("x-a").prepend("<")));
    assertEquals(Option.some("a>"), of("a", header("x-a").append(">")));
    assertEquals(Option.none(), read(FakeHost.get("/"), header("x-a").append(">")));
  }

  @Test
  void changesFollowEachOther() {
    assertEquals(Option.some("B-C"),
        of("a: b_c ;", header("x-a").after(":").before(";").trim().replace("_", "-").upperCase()));
  }

  @Test
  void whatIsMadeOfATextThatIgnoresCaseIgnoresItToo() {
    assertTrue(holds(with("Token ABC"), header("x-a").ignoringCase().after("TOKEN ").is("Abc")));
    assertFalse(holds(with("Token ABC"), header("x-a").after("Token ").is("abc")));
    assertTrue(holds(with("a"), header("x-none").ignoringCase().orElse("B").is("b")));
    assertTrue(holds(with("A"), header("x-none").ignoringCase().orElse(header("x-a")).is("a")));
    assertTrue(holds(with("A"), header("x-a").ignoringCase().orElse("b").isNot("b")));
  }

  @Test
  void theyWorkInResponseParts() {
    FakeHost host = FakeHost.get("/a/b").response("x-a", "1;2");
    assertEquals(Option.some("1"), readInResponse(host, header("x-a").before(";")));
    assertEquals(Option.some("b"), readInResponse(host, path().afterLast("/")));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> header("a").substring(-1));
    assertThrows(IllegalArgumentException.class, () -> header("a").substring(2, 1));
    assertThrows(IllegalArgumentException.class, () -> header("a").before(""));
    assertThrows(IllegalArgumentException.class, () -> header("a").after(null));
    assertThrows(IllegalArgumentException.class, () -> header("a").replace("", "b"));
    assertThrows(IllegalArgumentException.class, () -> header("a").replace("a", null));
    assertThrows(IllegalArgumentException.class, () -> header("a").group("(", 0));
    assertThrows(IllegalArgumentException.class, () -> header("a").group("(a)", 2));
    assertThrows(IllegalArgumentException.class, () -> header("a").group("(a)", -1));
    assertEquals("before: the text to look for is empty; give one of a character at least",
        assertThrows(IllegalArgumentException.class, () -> header("a").before("")).getMessage());
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("header a after \"=\" before \";\" trimmed in lower case",
        header("a").after("=").before(";").trim().lowerCase().describe());
    assertEquals("group 1 of /(b)/ in header a", header("a").group("(b)", 1).describe());
    assertEquals("header a with \"c\" for \"b\"", header("a").replace("b", "c").describe());
    assertEquals("\"x\" + header a", header("a").prepend("x").describe());
    assertEquals("header a from byte 1 to 2", header("a").substring(1, 2).describe());
  }
}
