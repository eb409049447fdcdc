package dev.sluice.value;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.holdsInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextValueTest {
  private static FakeHost with(String value) {
    return FakeHost.get("/").request("x-a", value);
  }

  @Test
  void missingIsAbsentOrBlank() {
    assertTrue(holds(FakeHost.get("/"), header("x-a").missing()));
    assertTrue(holds(with(""), header("x-a").missing()));
    assertTrue(holds(with(" \t "), header("x-a").missing()));
    assertFalse(holds(with(" a "), header("x-a").missing()));
  }

  @Test
  void whiteSpaceOfUnicodeIsNotBlank() {
    assertFalse(holds(with("\u00a0"), header("x-a").missing()));
    assertFalse(holds(with("\u2003"), header("x-a").missing()));
  }

  @Test
  void missingLooksAtTheFirstValue() {
    assertTrue(holds(with("").request("x-a", "b"), header("x-a").missing()));
    assertFalse(holds(with("b").request("x-a", ""), header("x-a").missing()));
  }

  @Test
  void presentIsTheOppositeOfMissing() {
    assertFalse(holds(FakeHost.get("/"), header("x-a").present()));
    assertFalse(holds(with(" "), header("x-a").present()));
    assertTrue(holds(with("a"), header("x-a").present()));
  }

  @Test
  void absentIsNotThereAtAll() {
    assertTrue(holds(FakeHost.get("/"), header("x-a").absent()));
    assertFalse(holds(with(""), header("x-a").absent()));
    assertFalse(holds(with("a"), header("x-a").absent()));
  }

  @Test
  void isComparesExactly() {
    assertTrue(holds(with("abc"), header("x-a").is("abc")));
    assertFalse(holds(with("abc "), header("x-a").is("abc")));
    assertFalse(holds(with("ABC"), header("x-a").is("abc")));
    assertTrue(holds(with(""), header("x-a").is("")));
    assertFalse(holds(FakeHost.get("/"), header("x-a").is("")));
  }

  @Test
  void isComparesUtf8() {
    assertTrue(holds(with("zażółć"), header("x-a").is("zażółć")));
  }

  @Test
  void isNotHoldsForAnAbsentText() {
    assertTrue(holds(FakeHost.get("/"), header("x-a").isNot("a")));
    assertTrue(holds(with("b"), header("x-a").isNot("a")));
    assertFalse(holds(with("a"), header("x-a").isNot("a")));
  }

  @Test
  void inIsOneOfSeveral() {
    assertTrue(holds(with("b"), header("x-a").in("a", "b")));
    assertFalse(holds(with("c"), header("x-a").in("a", "b")));
    assertFalse(holds(FakeHost.get("/"), header("x-a").in("a", "")));
  }

  @ParameterizedTest
  @CsvSource({"abc, ab, true", "abc, abc, true", "abc, abcd, false", "abc, b, false", "abc, '', true", "'', a, false"})
  void startsWith(String value, String prefix, boolean expected) {
    assertEquals(expected, holds(with(value), header("x-a").startsWith(prefix)));
  }

  @ParameterizedTest
  @CsvSource({"abc, bc, true", "abc, abc, true", "abc, xabc, false", "abc, b, false", "abc, '', true", "'', a, false"})
  void endsWith(String value, String suffix, boolean expected) {
    assertEquals(expected, holds(with(value), header("x-a").endsWith(suffix)));
  }

  @ParameterizedTest
  @CsvSource({"abc, b, true", "abc, abc, true", "abc, ac, false", "abc, '', true", "'', a, false"})
  void contains(String value, String part, boolean expected) {
    assertEquals(expected, holds(with(value), header("x-a").contains(part)));
  }

  @Test
  void noQuestionButMissingAndAbsentHoldsForAnAbsentText() {
    FakeHost nothing = FakeHost.get("/");
    assertFalse(holds(nothing, header("x-a").startsWith("")));
    assertFalse(holds(nothing, header("x-a").endsWith("")));
    assertFalse(holds(nothing, header("x-a").contains("")));
    assertFalse(holds(nothing, header("x-a").matches(".*")));
    assertFalse(holds(nothing, header("x-a").containsMatch("")));
  }

  @Test
  void bytesThatAreNotUtf8NeverThrow() {
    FakeHost host = FakeHost.get("/").request("x-a", Bytes.latin1("a\u00ff\u00c3"));
    assertFalse(holds(host, header("x-a").missing()));
    assertFalse(holds(host, header("x-a").is("a")));
    assertTrue(holds(host, header("x-a").startsWith("a")));
    assertTrue(holds(host, header("x-a").matches("a..")));
    assertFalse(holds(host, header("x-a").ignoringCase().is("a")));
  }

  @Test
  void ignoringCaseFoldsAsciiOnBothSides() {
    assertTrue(holds(with("BeArEr x"), header("x-a").ignoringCase().startsWith("Bearer ")));
    assertTrue(holds(with("ABC"), header("x-a").ignoringCase().is("abc")));
    assertTrue(holds(with("abc"), header("x-a").ignoringCase().in("x", "ABC")));
    assertTrue(holds(with("ABC"), header("x-a").ignoringCase().matches("[a-c]+")));
    assertTrue(holds(with("abc"), header("x-a").ignoringCase().matches("[A-C]+")));
    assertFalse(holds(with("ÄB"), header("x-a").ignoringCase().is("äb")));
    assertTrue(holds(FakeHost.get("/"), header("x-a").ignoringCase().missing()));
    assertTrue(holds(FakeHost.get("/"), header("x-a").ignoringCase().absent()));
  }

  @Test
  void headerNamesHaveNoCase() {
    assertTrue(holds(with("v"), header("X-A").is("v")));
    assertEquals(header("x-a"), header("X-A"));
  }

  @Test
  void requestAttributes() {
    FakeHost host = FakeHost.get("/a%20b?c=d");
    assertTrue(holds(host, method().is("GET")));
    assertTrue(holds(host, scheme().is("http")));
    assertTrue(holds(host, authority().is("example.test")));
    assertTrue(holds(host, path().is("/a%20b")));
    assertTrue(holds(host, header(":path").is("/a%20b?c=d")));
  }

  @Test
  void aResponsePartHasTheRequestAsTheClientSentIt() {
    FakeHost host = FakeHost.get("/right?q=1");
    assertTrue(holdsInResponse(host, path().is("/right")));
    assertTrue(holdsInResponse(host, query("q").is("1")));
    assertTrue(holdsInResponse(host, method().is("GET")));
    assertTrue(holdsInResponse(host, scheme().is("http")));
    assertTrue(holdsInResponse(host, authority().is("example.test")));
    Plugins.exchange(host,
        request(setHeader(":path", "/changed")).response(setHeader("x-path", path())));
    assertEquals(List.of("/right"), host.responseHeader("x-path"));
  }

  @Test
  void headerIsOfTheResponseInAResponsePart() {
    FakeHost host = FakeHost.get("/").request("x-a", "in").response("x-a", "out");
    assertTrue(holds(host, header("x-a").is("in")));
    assertTrue(holdsInResponse(host, header("x-a").is("out")));
  }

  @Test
  void aConnectRequestHasNoPath() {
    FakeHost host = new FakeHost().request(":method", "CONNECT").request(":authority", "h:443");
    assertTrue(holds(host, path().absent()));
    assertTrue(holds(host, query("a").absent()));
  }

  @Test
  void aHostThatRefusesAReadIsNotTakenForAMissingHeader() {
    FakeHost host = FakeHost.get("/").refuse("proxy_get_header_map_value", Status.INTERNAL_FAILURE);
    Plugins.request(host, when(header("x-admin").absent()).setHeader("x-ok", "1"));
    assertEquals(503, host.answered());
    assertTrue(host.lines().get(0).contains("proxy_get_header_map_value answered INTERNAL_FAILURE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "é", "a\n", "::path"})
  void illegalHeaderNamesAreRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> header(name));
  }

  @Test
  void badArgumentsAreRefusedWithAdvice() {
    assertEquals("header: the header name is null; give a value",
        assertThrows(IllegalArgumentException.class, () -> header(null)).getMessage());
    assertEquals("is: the text is null; give a value",
        assertThrows(IllegalArgumentException.class, () -> header("a").is((String) null)).getMessage());
    assertEquals("in: no text; give at least one",
        assertThrows(IllegalArgumentException.class, () -> header("a").in()).getMessage());
    assertEquals("in: text number 2 is null; give a value",
        assertThrows(IllegalArgumentException.class, () -> header("a").in("x", null)).getMessage());
    assertEquals("query: the parameter name is null; give a value",
        assertThrows(IllegalArgumentException.class, () -> query(null)).getMessage());
  }
}
