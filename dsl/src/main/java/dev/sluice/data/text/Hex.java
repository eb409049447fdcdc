package dev.sluice.data.text;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/** Base 16, RFC 4648 section 8. */
public final class Hex {
  private Hex() {}

  /** Two lower-case digits a byte. */
  public static String encode(Bytes bytes) {
    char[] out = new char[bytes.length() * 2];
    for (int i = 0; i < bytes.length(); i++) {
      out[2 * i] = digit(bytes.at(i) >> 4 & 15, 'a');
      out[2 * i + 1] = digit(bytes.at(i) & 15, 'a');
    }
    return new String(out);
  }

  /** Digits of either case; none where a char is no digit or their number is odd. */
  public static Option<Bytes> decode(String text) {
    if ((text.length() & 1) != 0) {
      return Option.none();
    }
    byte[] out = new byte[text.length() / 2];
    for (int i = 0; i < out.length; i++) {
      int high = value(text.charAt(2 * i));
      int low = value(text.charAt(2 * i + 1));
      if ((high | low) < 0) {
        return Option.none();
      }
      out[i] = (byte) (high << 4 | low);
    }
    return Option.some(Bytes.wrap(out));
  }

  /** The digit of a value from 0 to 15, with this letter for 10. */
  public static char digit(int value, char ten) {
    return (char) (value < 10 ? '0' + value : ten - 10 + value);
  }

  /** 0 to 15, -1 for a char that is no hex digit. */
  public static int value(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int folded = c | 0x20;
    return folded >= 'a' && folded <= 'f' && c < 0x80 ? folded - 'a' + 10 : -1;
  }
}
