package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** Text of any origin as one line of a log. */
public final class LogLine {
  private static final String HEX = "0123456789abcdef";

  private LogLine() {}

  /** Control characters (ASCII below 0x20 and 0x7f) as {@code \x0a}, all other bytes as they are. */
  public static Bytes of(Bytes text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      controls += isControl(text.at(i)) ? 1 : 0;
    }
    return controls == 0 ? text : escaped(text, controls);
  }

  private static Bytes escaped(Bytes text, int controls) {
    byte[] out = new byte[text.length() + 3 * controls];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      byte b = text.at(i);
      if (isControl(b)) {
        out[length] = '\\';
        out[length + 1] = 'x';
        out[length + 2] = (byte) HEX.charAt(b >> 4);
        out[length + 3] = (byte) HEX.charAt(b & 15);
        length += 4;
      } else {
        out[length++] = b;
      }
    }
    return Bytes.wrap(out);
  }

  private static boolean isControl(byte b) {
    return b >= 0 && b < 0x20 || b == 0x7f;
  }
}
