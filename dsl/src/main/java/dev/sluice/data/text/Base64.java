package dev.sluice.data.text;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.util.Arrays;

/** Base64 and base64url, RFC 4648 sections 4 and 5. */
public final class Base64 {
  private Base64() {}

  /** The alphabet with {@code +} and {@code /}, padded with {@code =}. */
  public static String encode(Bytes bytes) {
    return encode(bytes, '+', '/', true);
  }

  /** The alphabet with {@code +} and {@code /}, without padding. */
  public static String encodeUnpadded(Bytes bytes) {
    return encode(bytes, '+', '/', false);
  }

  /** The alphabet with {@code -} and {@code _}, without padding, as JSON Web Tokens have it (RFC 7515). */
  public static String encodeUrl(Bytes bytes) {
    return encode(bytes, '-', '_', false);
  }

  /** The alphabet with {@code -} and {@code _}, padded with {@code =}. */
  public static String encodeUrlPadded(Bytes bytes) {
    return encode(bytes, '-', '_', true);
  }

  /**
   * Strict: the alphabet with {@code +} and {@code /} alone, padding whole and nothing after it, bits that encode
   * nothing are zero. So each byte string has one text only, which matters where texts are compared or signed.
   */
  public static Option<Bytes> decode(String text) {
    return strict(text, '+', '/', true);
  }

  /** Strict: the alphabet with {@code -} and {@code _}, no padding, bits that encode nothing are zero. */
  public static Option<Bytes> decodeUrl(String text) {
    return strict(text, '-', '_', false);
  }

  /**
   * Lenient: both alphabets, mixed too; white space anywhere; padding or none; bits that encode nothing are ignored.
   * None for any other char, and for a single char left over, which cannot hold a byte.
   */
  public static Option<Bytes> decodeLenient(String text) {
    byte[] out = new byte[(int) (text.length() * 3L / 4)];
    int size = 0;
    int bits = 0;
    int held = 0;
    boolean ended = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        continue;
      }
      if (c == '=') {
        ended = true;
        continue;
      }
      int value = value(c, '+', '/');
      value = value < 0 ? value(c, '-', '_') : value;
      if (value < 0 || ended) {
        return Option.none();
      }
      bits = bits << 6 | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        out[size++] = (byte) (bits >> held);
      }
    }
    return held == 6 ? Option.none() : Option.some(Bytes.wrap(Arrays.copyOf(out, size)));
  }

  private static String encode(Bytes bytes, char c62, char c63, boolean padded) {
    int length = bytes.length();
    int rest = length % 3;
    int size = length / 3 * 4 + (rest == 0 ? 0 : padded ? 4 : rest + 1);
    char[] out = new char[size];
    int at = 0;
    for (int i = 0; i < length; i += 3) {
      int group = (bytes.at(i) & 0xff) << 16;
      group |= i + 1 < length ? (bytes.at(i + 1) & 0xff) << 8 : 0;
      group |= i + 2 < length ? bytes.at(i + 2) & 0xff : 0;
      for (int shift = 18; shift >= 0 && at < size; shift -= 6) {
        boolean used = i + (18 - shift) / 6 <= length;
        out[at++] = used ? digit(group >> shift & 63, c62, c63) : '=';
      }
    }
    return new String(out);
  }

  private static Option<Bytes> strict(String text, char c62, char c63, boolean padded) {
    int digits = text.length();
    if (padded) {
      if ((digits & 3) != 0) {
        return Option.none();
      }
      for (int i = 0; i < 2 && digits > 0 && text.charAt(digits - 1) == '='; i++) {
        digits--;
      }
    }
    int rest = digits & 3;
    if (rest == 1) {
      return Option.none();
    }
    byte[] out = new byte[(int) (digits * 3L / 4)];
    int size = 0;
    int bits = 0;
    int held = 0;
    for (int i = 0; i < digits; i++) {
      int value = value(text.charAt(i), c62, c63);
      if (value < 0) {
        return Option.none();
      }
      bits = bits << 6 | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        out[size++] = (byte) (bits >> held);
      }
    }
    return (bits & (1 << held) - 1) == 0 ? Option.some(Bytes.wrap(out)) : Option.none();
  }

  private static char digit(int value, char c62, char c63) {
    if (value < 26) {
      return (char) ('A' + value);
    }
    if (value < 52) {
      return (char) ('a' - 26 + value);
    }
    return value < 62 ? (char) ('0' - 52 + value) : value == 62 ? c62 : c63;
  }

  private static int value(char c, char c62, char c63) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == c62 ? 62 : c == c63 ? 63 : -1;
  }
}
