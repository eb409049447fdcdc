package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.fake.Plugins.holds;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextMatchesTest {
  private static FakeHost with(String value) {
    return FakeHost.get("/").request("x-a", value);
  }

  private static FakeHost withBytes(String latin1) {
    return FakeHost.get("/").request("x-a", Bytes.latin1(latin1));
  }

  @Test
  void matchesTakesTheWholeText() {
    assertTrue(holds(with("user-12"), header("x-a").matches("user-\\d+")));
    assertFalse(holds(with("user-12x"), header("x-a").matches("user-\\d+")));
    assertFalse(holds(with("xuser-12"), header("x-a").matches("user-\\d+")));
    assertFalse(holds(with("a\nb"), header("x-a").matches("a|b")));
  }

  @Test
  void containsMatchTakesAnyPart() {
    assertTrue(holds(with("a user-12 b"), header("x-a").containsMatch("user-\\d+")));
    assertFalse(holds(with("a user- b"), header("x-a").containsMatch("user-\\d+")));
  }

  @Test
  void charactersAreThoseOfUtf8() {
    assertTrue(holds(with("żółw"), header("x-a").matches("....")));
    assertTrue(holds(with("żółw"), header("x-a").matches("\\p{L}+")));
    assertTrue(holds(with("😀"), header("x-a").matches(".")));
  }

  @Test
  void aStrayByteCountsAsOneCharacterAndHidesNothingBehindIt() {
    assertFalse(holds(withBytes("admin\u00c3"), header("x-a").matches("admin")));
    assertTrue(holds(withBytes("admin\u00c3"), header("x-a").matches("admin.")));
    assertTrue(holds(withBytes("admin\u00c3"), header("x-a").matches("admin\\x{FFFD}")));
    assertTrue(holds(withBytes("\u00e2\u0082evil"), header("x-a").containsMatch("evil")));
    assertTrue(holds(withBytes("\u00e2\u0082evil"), header("x-a").matches("..evil")));
  }

  @Test
  void timeIsLinearWhateverTheExpression() {
    assertFalse(holds(with("a".repeat(20_000) + "!"), header("x-a").matches("(a+)+")));
  }

  @Test
  void aBadExpressionIsRefusedWhereItIsWritten() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> header("x-a").matches("(")).getMessage();
    assertTrue(message.startsWith("matches: \"(\" is no regular expression of RE2: missing closing )"), message);
    assertThrows(IllegalArgumentException.class, () -> header("x-a").matches("(?=a)"));
    assertThrows(IllegalArgumentException.class, () -> header("x-a").matches(null));
  }

  @Property
  void wellFormedTextIsLeftAlone(@ForAll String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(utf8, WellFormed.utf8(Bytes.copyOf(utf8)));
  }

  @Property
  void theResultIsWellFormed(@ForAll byte[] bytes) {
    byte[] result = WellFormed.utf8(Bytes.copyOf(bytes));
    assertArrayEquals(result, new String(result, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void illFormedSequencesBecomeOneReplacementAByte() {
    assertEquals("\ufffd\ufffd", text("\u00c0\u0080"), "overlong");
    assertEquals("\ufffd\ufffd\ufffd", text("\u00e0\u0080\u0080"), "overlong");
    assertEquals("\ufffd\ufffd\ufffd", text("\u00ed\u00a0\u0080"), "surrogate");
    assertEquals("\ufffd\ufffd\ufffd\ufffd", text("\u00f4\u0090\u0080\u0080"), "above U+10FFFF");
    assertEquals("\ufffd", text("\u0080"), "lone continuation");
    assertEquals("\ufffdA", text("\u00f0A"), "cut off by ASCII");
    assertEquals("\ufffd\ufffd", text("\u00e2\u0082"), "cut off by the end");
    assertEquals("\ufffd", text("\u00ff"), "never in UTF-8");
  }

  private static String text(String latin1) {
    return new String(WellFormed.utf8(Bytes.latin1(latin1)), StandardCharsets.UTF_8);
  }
}
