package dev.sluice.data.text;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.util.Arrays;

/** Percent-coding of bytes, RFC 3986 section 2.1, and its variant for forms (WHATWG URL, section 5). */
public final class Percent {
  private Percent() {}

  /** All but the unreserved characters (letters, digits, {@code - . _ ~}) as {@code %XX}, with upper-case digits. */
  public static String encode(Bytes bytes) {
    return encode(bytes, "-._~", false);
  }

  /** As {@link #encode}, but a slash stays: for the path of a URI. */
  public static String encodePath(Bytes bytes) {
    return encode(bytes, "-._~/", false);
  }

  /** As browsers send forms: letters, digits and {@code * - . _} stay, a space becomes a plus sign. */
  public static String encodeForm(Bytes bytes) {
    return encode(bytes, "*-._", true);
  }

  /** Strict: none where a percent sign is not followed by two hex digits. */
  public static Option<Bytes> decode(Bytes text) {
    return decode(text, 0, text.length(), false, true);
  }

  /** Lenient: a percent sign without two hex digits behind it stands for itself. */
  public static Bytes decodeLenient(Bytes text) {
    return decode(text, 0, text.length(), false, false).getOrElse(Bytes.EMPTY);
  }

  /** Lenient, and a plus sign is a space: how the names and values of forms are read. */
  public static Bytes decodeForm(Bytes text) {
    return decode(text, 0, text.length(), true, false).getOrElse(Bytes.EMPTY);
  }

  static Bytes decodeForm(Bytes text, int from, int to) {
    return decode(text, from, to, true, false).getOrElse(Bytes.EMPTY);
  }

  private static Option<Bytes> decode(Bytes text, int from, int to, boolean plusIsSpace, boolean strict) {
    byte[] out = new byte[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      byte b = text.at(i);
      if (b == '%') {
        int high = i + 2 < to ? Hex.value(text.at(i + 1)) : -1;
        int low = i + 2 < to ? Hex.value(text.at(i + 2)) : -1;
        if (high >= 0 && low >= 0) {
          b = (byte) (high << 4 | low);
          i += 2;
        } else if (strict) {
          return Option.none();
        }
      } else if (b == '+' && plusIsSpace) {
        b = ' ';
      }
      out[size++] = b;
    }
    return Option.some(Bytes.wrap(size == out.length ? out : Arrays.copyOf(out, size)));
  }

  private static String encode(Bytes bytes, String kept, boolean plusForSpace) {
    StringBuilder out = new StringBuilder(bytes.length() + 16);
    for (int i = 0; i < bytes.length(); i++) {
      int b = bytes.at(i) & 0xff;
      if (isKept(b, kept)) {
        out.append((char) b);
      } else if (b == ' ' && plusForSpace) {
        out.append('+');
      } else {
        out.append('%').append(Hex.digit(b >> 4, 'A')).append(Hex.digit(b & 15, 'A'));
      }
    }
    return out.toString();
  }

  private static boolean isKept(int b, String kept) {
    if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9') {
      return true;
    }
    for (int i = 0; i < kept.length(); i++) {
      if (kept.charAt(i) == b) {
        return true;
      }
    }
    return false;
  }
}
