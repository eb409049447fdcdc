package dev.sluice.value;

import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.fake.Plugins.holds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Percent;
import dev.sluice.fake.FakeHost;
import dev.sluice.value.text.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
  private static String decoded(String query, String name) {
    Bytes value = Form.first(Bytes.utf8(query), Bytes.utf8(name), false);
    return value == null ? "(absent)" : value.latin1();
  }

  @ParameterizedTest
  @CsvSource({
      "a=1, a, 1",
      "b=2&a=1, a, 1",
      "a=1&a=2, a, 1",
      "aa=1&a=2, a, 2",
      "a, a, ''",
      "a=, a, ''",
      "a&b=1, b, 1",
      "&&a=1&, a, 1",
      "a=b=c, a, b=c",
      "a=1?b=2, a, 1?b=2",
      "'', a, (absent)",
      "b=1, a, (absent)",
      "'=1', '', 1",
      "'&a=1', '', (absent)",
      "a=x+y%20z, a, x y z",
      "%61=1, a, 1",
      "a+b=1, 'a b', 1",
      "a=%41%62%3d%26, a, Ab=&",
      "a=%2, a, %2",
      "a=%, a, %",
      "a=%zz%4g%41, a, %zz%4gA",
      "a=%2541, a, %41"
  })
  void parameters(String query, String name, String expected) {
    assertEquals(expected, decoded(query, name));
  }

  @Test
  void rawIsAsItWasSent() {
    assertTrue(holds(FakeHost.get("/?a=x+%41"), query("a").raw().is("x+%41")));
    assertTrue(holds(FakeHost.get("/?a=x+%41"), query("a").is("x A")));
    assertTrue(holds(FakeHost.get("/?%61=%41"), query("a").raw().is("%41")));
  }

  @Test
  void aTargetWithoutAQueryHasNoParameters() {
    assertTrue(holds(FakeHost.get("/a=1"), query("a").absent()));
    assertTrue(holds(FakeHost.get("/?"), query("a").absent()));
  }

  @Test
  void aParameterWithoutValueIsThereAndMissing() {
    assertTrue(holds(FakeHost.get("/?a"), query("a").absent().not().and(query("a").missing())));
  }

  @Test
  void bytesNeedNotBeUtf8() {
    Bytes value = Form.first(Bytes.utf8("a=%ff%00%C3"), Bytes.utf8("a"), false);
    assertEquals(Bytes.latin1("\u00ff\0\u00c3"), value);
  }

  @Property
  void whatTheJdkEncodesIsDecoded(@ForAll String name, @ForAll String value) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] valueBytes = value.getBytes(StandardCharsets.UTF_8);
    String query = "x=" + encode(nameBytes) + "&" + encode(nameBytes) + "y=0&" + encode(nameBytes) + "="
        + encode(valueBytes);
    Bytes wanted = Bytes.copyOf(nameBytes);
    if (!name.isEmpty() && !name.equals("x")) {
      assertEquals(Bytes.copyOf(valueBytes), Form.first(Bytes.utf8(query), wanted, false));
    }
  }

  private static String encode(byte[] bytes) {
    return URLEncoder.encode(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Property
  void anyBytesDecodeWithoutFailure(@ForAll byte[] query, @ForAll byte[] name) {
    Bytes raw = Form.first(Bytes.copyOf(query), Bytes.copyOf(name), true);
    Bytes value = Form.first(Bytes.copyOf(query), Bytes.copyOf(name), false);
    assertEquals(raw == null, value == null);
    if (raw != null) {
      assertEquals(Percent.decodeForm(raw), value);
    }
  }
}
