package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import java.util.Arrays;

/**
 * Bytes as well-formed UTF-8 (RFC 3629): each byte that is not part of it becomes U+FFFD. The regular-expression engine
 * takes a cut-off sequence for the end of the text, so that without this a stray byte would hide what is behind it.
 */
final class WellFormed {
  private WellFormed() {}

  static byte[] utf8(Bytes text) {
    byte[] out = text.toArray();
    int length = 0;
    for (int i = 0; i < text.length();) {
      int sequence = sequence(text, i);
      if (sequence == 0) {
        out = roomFor(out, length + 3 + text.length() - i);
        out[length++] = (byte) 0xef;
        out[length++] = (byte) 0xbf;
        out[length++] = (byte) 0xbd;
        i++;
      }
      for (int end = i + sequence; i < end; i++) {
        out[length++] = text.at(i);
      }
    }
    return length == out.length ? out : Arrays.copyOf(out, length);
  }

  private static byte[] roomFor(byte[] out, int size) {
    return size <= out.length ? out : Arrays.copyOf(out, Math.max(size, 2 * out.length));
  }

  /** Length of the well-formed sequence that begins here, 0 where none does. */
  private static int sequence(Bytes text, int at) {
    int lead = text.at(at) & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    if (lead >= 0xc2 && lead <= 0xdf) {
      return follows(text, at + 1, 0x80, 0xbf) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      int low = lead == 0xe0 ? 0xa0 : 0x80;
      int high = lead == 0xed ? 0x9f : 0xbf;
      return follows(text, at + 1, low, high) && follows(text, at + 2, 0x80, 0xbf) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int low = lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xf4 ? 0x8f : 0xbf;
      return follows(text, at + 1, low, high)
          && follows(text, at + 2, 0x80, 0xbf)
          && follows(text, at + 3, 0x80, 0xbf)
              ? 4
              : 0;
    }
    return 0;
  }

  private static boolean follows(Bytes text, int at, int low, int high) {
    if (at >= text.length()) {
      return false;
    }
    int b = text.at(at) & 0xff;
    return b >= low && b <= high;
  }
}
