package dev.sluice.value;

import static dev.sluice.dsl.Sluice.cookie;
import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.holds;
import static dev.sluice.fake.Plugins.read;
import static dev.sluice.fake.Plugins.readInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.value.text.Credentials;
import io.vavr.control.Option;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials, cookies, forms and JSON. */
class ReadingsTest {
  private static final FakeHost HOST = FakeHost.get("/");

  private static FakeHost with(String authorization) {
    return FakeHost.get("/").request("authorization", authorization);
  }

  // credentials

  @ParameterizedTest
  @CsvSource({
      "Bearer abc, abc", "bearer a.b-c_d~e+f/g==, a.b-c_d~e+f/g==", "BEARER   x, x", "Bearer =, ", "Bearer , ",
      "Bearer, ", "Bearerx, ", "Bearer a b, ", "Bearer a=b, ", "'Bearer a,b', ", "Basic abc, ", "'Bearer\tabc', ",
      "Bearer ab%c, ", "' Bearer abc', "
  })
  void bearer(String value, String token) {
    assertEquals(Option.of(token), read(with(value), header("authorization").bearer()));
  }

  @Test
  void bearerOfAResponseAndOfNothing() {
    assertEquals(Option.none(), read(HOST, header("authorization").bearer()));
    FakeHost host = FakeHost.get("/").response("x-auth", "Bearer t");
    assertEquals(Option.some("t"), readInResponse(host, header("x-auth").bearer()));
  }

  @ParameterizedTest
  @CsvSource({"ann:pass, ann, pass", "ann:, ann, ''", ":pass, '', pass", ":, '', ''", "a:b:c, a, b:c",
      "jürgen:ü, jürgen, ü"})
  void basic(String pair, String user, String password) {
    FakeHost host = with("bAsIc " + Base64.getEncoder().encodeToString(Bytes.utf8(pair).toArray()));
    assertEquals(Option.some(user), read(host, header("authorization").basicUser()));
    assertEquals(Option.some(password), read(host, header("authorization").basicPassword()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic YW5u", "Basic YW5uOnA", "Basic YW5uOnA=x", "Basic YW5u!", "Basic YTpi YTpi",
      "Bearer YTpi", "Basic YToNCg=="})
  void malformedBasicIsAbsent(String value) {
    assertEquals(Option.none(), read(with(value), header("authorization").basicUser()));
    assertEquals(Option.none(), read(with(value), header("authorization").basicPassword()));
  }

  @Property
  void anyBytesAreCredentialsOrNot(@ForAll byte[] bytes) {
    Bytes text = Bytes.copyOf(bytes);
    assertEquals(new Credentials.BasicUser().of(text) == null, new Credentials.BasicPassword().of(text) == null);
    Bytes token = new Credentials.Bearer().of(text);
    assertTrue(token == null || text.endsWith(token));
  }

  // cookies

  @ParameterizedTest
  @CsvSource({"a=1, 1", "'b=2; a=1; a=3', 1", "'b=2;a=\"1\"', 1", "a=, ''", "'aa=1; xa=2', ", "a, ", "'a =1', 1",
      "A=1, "})
  void cookies(String header, String value) {
    assertEquals(Option.of(value), read(FakeHost.get("/").request("cookie", header), cookie("a")));
  }

  @Test
  void cookiesOfSeveralHeadersAreOneList() {
    FakeHost host = FakeHost.get("/").request("cookie", "a=1").request("cookie", "b=2; c=3");
    assertEquals(Option.some("2"), read(host, cookie("b")));
    assertEquals(Option.some("3"), readInResponse(host, cookie("c")));
    assertEquals(Option.none(), read(HOST, cookie("a")));
    assertEquals(Option.none(), readInResponse(FakeHost.get("/").response("cookie", "a=1"), cookie("a")));
  }

  // forms

  @Test
  void formFields() {
    TextValue form = text("a=1&b=x+y&a=%32&c");
    assertEquals(Option.some("1"), read(HOST, form.formField("a")));
    assertEquals(Option.some("x y"), read(HOST, form.formField("b")));
    assertEquals(Option.some(""), read(HOST, form.formField("c")));
    assertEquals(Option.none(), read(HOST, form.formField("d")));
    assertEquals(Option.some("1|2"), read(HOST, form.formFields("a").join("|")));
    assertEquals("field a of \"x\"", text("x").formField("a").describe());
  }

  // JSON

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/a/b|7", "/list/1|y", "/list/2|", "/text|tä\"x", "/no|", "/null|", "/yes|true", "/a|{\"b\": 7}",
      "/list|[\"x\",\"y\"]",
      "/a/b/c|"
  })
  void jsonValues(String pointer, String expected) {
    TextValue json =
        text(
            "{\"a\": {\"b\": 7}, \"list\": [\"x\",\"y\"], \"text\": \"t\\u00e4\\\"x\", \"null\": null, \"yes\": true}");
    assertEquals(Option.of(expected), read(HOST, json.json(pointer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1}x", "nope", "{'a':1}", "{\"a\":01}"})
  void whatIsNoJsonHasNoValues(String text) {
    assertEquals(Option.none(), read(HOST, text(text).json("")));
    assertEquals(Option.none(), read(HOST, text(text).json("/a")));
  }

  @Test
  void jsonWithinLimitsOnly() {
    String deep = "[".repeat(65) + "]".repeat(65);
    assertEquals(Option.none(), read(HOST, text(deep).json("/0")));
    String large = "[\"" + "x".repeat(1 << 20) + "\",1]";
    assertEquals(Option.none(), read(HOST, text(large).json("/1")));
    assertEquals(Option.some("[]"), read(HOST, text("[".repeat(64) + "]".repeat(64)).json("/0".repeat(63))));
  }

  @Test
  void jsonNumbersAreNumbers() {
    TextValue json = text("{\"n\": -12, \"f\": 1.5, \"s\": \"3\", \"big\": 9223372036854775808}");
    assertTrue(holds(HOST, json.json("/n").asLong().is(-12)));
    assertTrue(holds(HOST, json.json("/s").asLong().is(3)));
    assertTrue(holds(HOST, json.json("/f").asLong().absent()));
    assertTrue(holds(HOST, json.json("/big").asLong().absent()));
  }

  @Test
  void aPointerHasAForm() {
    assertThrows(IllegalArgumentException.class, () -> header("a").json("a"));
    assertThrows(IllegalArgumentException.class, () -> header("a").json("/~2"));
    assertThrows(IllegalArgumentException.class, () -> header("a").json(null));
    assertEquals(header("a").json("/b"), header("a").json("/b"));
    assertFalse(header("a").json("/b").equals(header("a").json("/c")));
    assertEquals("JSON /b of header a", header("a").json("/b").describe());
  }

  // truth values

  @ParameterizedTest
  @CsvSource({"true, true, false", "TRUE, true, false", "1, true, false", "yes, true, false", "On, true, false",
      "false, false, true", "0, false, true", "No, false, true", "off, false, true", "'', false, false",
      "truee, false, false", "2, false, false"})
  void truthValues(String value, boolean yes, boolean no) {
    assertEquals(yes, holds(HOST, text(value).isTrue()));
    assertEquals(no, holds(HOST, text(value).isFalse()));
  }

  @Test
  void nothingSaysNeither() {
    assertFalse(holds(HOST, header("x-none").isTrue()));
    assertFalse(holds(HOST, header("x-none").isFalse()));
    assertEquals("header a says true", header("a").isTrue().describe());
  }

  // comparison of secrets, and with values

  @Property
  void secretsAreComparedAsTexts(
      @ForAll @AlphaChars @StringLength(max = 4) String text,
      @ForAll @AlphaChars @StringLength(max = 4) String secret) {
    assertEquals(text.equals(secret), holds(HOST, text(text).constantTimeIs(secret)));
    assertEquals(text.equals(secret), holds(HOST, text(text).constantTimeIs(text(secret))));
  }

  @Test
  void valuesAreComparedWithValues() {
    FakeHost host = FakeHost.get("/").request("x-a", "abc").request("x-b", "ab").request("x-c", "ABC");
    assertFalse(holds(host, header("x-a").is(header("x-b"))));
    assertTrue(holds(host, header("x-a").is(text("abc"))));
    assertTrue(holds(host, header("x-a").isNot(header("x-b"))));
    assertTrue(holds(host, header("x-a").startsWith(header("x-b"))));
    assertFalse(holds(host, header("x-a").endsWith(header("x-b"))));
    assertTrue(holds(host, header("x-a").contains(header("x-b"))));
    assertFalse(holds(host, header("x-a").is(header("x-c"))));
    assertTrue(holds(host, header("x-a").ignoringCase().is(header("x-c"))));
    assertFalse(holds(host, header("x-a").is(header("x-none"))));
    assertFalse(holds(host, header("x-none").is(header("x-none"))));
    assertTrue(holds(host, header("x-a").isNot(header("x-none"))));
    assertEquals("header x-a starts with header x-b", header("x-a").startsWith(header("x-b")).describe());
    assertThrows(IllegalArgumentException.class, () -> header("a").is((TextValue) null));
  }

  @Test
  void bothSidesAreReadInAnyCase() {
    FakeHost host = FakeHost.get("/").request("x-b", "1");
    assertFalse(holds(host, header("x-a").is(header("x-b"))));
    assertEquals(2, host.hostcalls().size());
  }
}
