package dev.sluice.value.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WellFormedTest {
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
