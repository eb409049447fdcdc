package dev.sluice.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BytesTest {
  @Property
  void utf8IsWrittenAsTheJdkDoes(@ForAll("anyChars") String text) {
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Bytes.utf8(text).toArray());
  }

  @Property(tries = 20_000)
  void utf8IsReadAsTheJdkDoes(@ForAll("nearlyUtf8") byte[] bytes) {
    assertEquals(new String(bytes, StandardCharsets.UTF_8), Bytes.copyOf(bytes).utf8());
  }

  @Property
  void latin1LosesNothing(@ForAll byte[] bytes) {
    assertArrayEquals(bytes, Bytes.latin1(Bytes.copyOf(bytes).latin1()).toArray());
  }

  @Property
  void searchesAgreeWithThoseOfText(@ForAll("short") String text, @ForAll("short") String part, @ForAll byte from) {
    Bytes bytes = Bytes.latin1(text);
    Bytes wanted = Bytes.latin1(part);
    assertEquals(text.startsWith(part), bytes.startsWith(wanted));
    assertEquals(text.endsWith(part), bytes.endsWith(wanted));
    if (from <= text.length()) {
      assertEquals(text.indexOf(part, from), bytes.indexOf(wanted, from));
    }
  }

  @Test
  void namesAreEqualWhateverTheirCase() {
    assertTrue(Bytes.utf8("X-User").equalsIgnoreCase(Bytes.utf8("x-uSER")));
    assertFalse(Bytes.utf8("x-user").equalsIgnoreCase(Bytes.utf8("x_user")));
  }

  @Test
  void aConstantEqualsOtherBytesAndKeepsItsPlace() {
    Bytes constant = Bytes.constant("a");
    constant.pin(4711);
    assertEquals(Bytes.utf8("a"), constant);
    assertEquals(Bytes.utf8("a").hashCode(), constant.hashCode());
    assertEquals(4711, constant.asConstant().pin());
  }

  @Test
  void onlySpacesAndTabsAreBlank() {
    assertTrue(Fetched.of(Bytes.utf8(" \t ")).isBlank());
    assertTrue(Fetched.failed(Status.NOT_FOUND).isBlank());
    assertFalse(Fetched.of(Bytes.utf8(" \u00a0")).isBlank());
  }

  @Provide
  Arbitrary<String> anyChars() {
    return Arbitraries.strings().withCharRange('\0', '\uffff').ofMaxLength(40);
  }

  @Provide("short")
  Arbitrary<String> shortTexts() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(6);
  }

  /** Leads, continuations and ASCII in any order: most of it is malformed in some way. */
  @Provide
  Arbitrary<byte[]> nearlyUtf8() {
    return Arbitraries.of(
        0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5,
        0xff)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofMaxSize(8);
  }
}
