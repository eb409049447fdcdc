package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.fake.Plugins.holds;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
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
}
