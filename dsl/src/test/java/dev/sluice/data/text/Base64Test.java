package dev.sluice.data.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class Base64Test {

  @Property
  void encodingIsTheJdks(@ForAll @Size(max = 50) byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    assertEquals(java.util.Base64.getEncoder().encodeToString(input), Base64.encode(bytes));
    assertEquals(java.util.Base64.getEncoder().withoutPadding().encodeToString(input), Base64.encodeUnpadded(bytes));
    assertEquals(java.util.Base64.getUrlEncoder().encodeToString(input), Base64.encodeUrlPadded(bytes));
    assertEquals(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(input), Base64.encodeUrl(bytes));
    assertEquals(HexFormat.of().formatHex(input), Hex.encode(bytes));
  }

  @Property
  void whatIsEncodedIsDecoded(@ForAll @Size(max = 50) byte[] input) {
    Bytes bytes = Bytes.copyOf(input);
    assertEquals(Option.some(bytes), Base64.decode(Base64.encode(bytes)));
    assertEquals(Option.some(bytes), Base64.decodeUrl(Base64.encodeUrl(bytes)));
    assertEquals(Option.some(bytes), Base64.decodeLenient(Base64.encodeUrlPadded(bytes)));
    assertEquals(Option.some(bytes), Base64.decodeLenient(Base64.encodeUnpadded(bytes)));
    assertEquals(Option.some(bytes), Hex.decode(Hex.encode(bytes)));
  }

  /** Strict decoding is one to one: a text that decodes is the text that encoding gives. */
  @Property(tries = 5000)
  void noTwoTextsDecodeToTheSameBytes(
      @ForAll @StringLength(max = 6) @Chars({'A', 'B', 'Q', '=', '+', '_', 'g', ' '}) String text) {
    Base64.decode(text).forEach(bytes -> assertEquals(text, Base64.encode(bytes)));
    Base64.decodeUrl(text).forEach(bytes -> assertEquals(text, Base64.encodeUrl(bytes)));
  }

  @Property(tries = 5000)
  void anyTextIsDecodedOrRefused(@ForAll @StringLength(max = 9) String text) {
    Option<Bytes> decoded = Base64.decode(text);
    try {
      Bytes jdk = Bytes.wrap(java.util.Base64.getDecoder().decode(text));
      assertTrue(decoded.isEmpty() || decoded.contains(jdk));
    } catch (IllegalArgumentException refused) {
      assertTrue(decoded.isEmpty());
    }
    assertTrue(Base64.decodeLenient(text).isDefined() || decoded.isEmpty());
  }

  @Property
  void hexTakesEitherCaseAndNothingElse(@ForAll @StringLength(max = 4) @CharRange(from = 0, to = 0x7f) String text) {
    boolean wellFormed = text.matches("([0-9a-fA-F]{2})*");
    assertEquals(wellFormed, Hex.decode(text).isDefined());
    Hex.decode(text).forEach(bytes -> assertEquals(text.toLowerCase(java.util.Locale.ROOT), Hex.encode(bytes)));
  }

  @Test
  void malformedTextIsRefused() {
    for (String text : new String[] {"A", "AA", "AAA", "A===", "====", "AA=A", "AB==", "AAB=", "AA==AA==", "AA==\n",
        "A_==", "ÀÀ=="}) {
      assertEquals(Option.none(), Base64.decode(text), text);
    }
    assertEquals(Option.some(Bytes.wrap(new byte[1])), Base64.decodeLenient(" A\nB\t"));
    assertEquals(Option.none(), Base64.decodeLenient("AA==AA"));
    assertEquals(Option.none(), Base64.decodeLenient("AAAAA"));
    assertEquals(Option.some(Bytes.EMPTY), Base64.decode(""));
    assertEquals(Option.none(), Hex.decode("\uff11\uff11"));
  }
}
