package dev.sluice.abi;

/**
 * UTF-8 as the JDK's {@code String} does it, to the byte. Written out because the JDK's way goes through charsets and
 * buffers, which cost a module several kilobytes.
 */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  static byte[] encode(String text) {
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        size += 4;
        i++;
      } else {
        size += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    byte[] out = new byte[size];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        out[at++] = (byte) (0xf0 | point >> 18);
        out[at++] = (byte) (0x80 | point >> 12 & 0x3f);
        out[at++] = (byte) (0x80 | point >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | point & 0x3f);
      } else if (Character.isSurrogate(c)) {
        out[at++] = '?';
      } else if (c < 0x80) {
        out[at++] = (byte) c;
      } else if (c < 0x800) {
        out[at++] = (byte) (0xc0 | c >> 6);
        out[at++] = (byte) (0x80 | c & 0x3f);
      } else {
        out[at++] = (byte) (0xe0 | c >> 12);
        out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        out[at++] = (byte) (0x80 | c & 0x3f);
      }
    }
    return out;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** Each run of bytes that could have begun a character, and each surrogate in three bytes, becomes one U+FFFD. */
  static String decode(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      int lead = bytes[i++] & 0xff;
      if (lead < 0x80) {
        out.append((char) lead);
        continue;
      }
      int more =
          lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
      if (more == 0) {
        out.append(REPLACEMENT);
        continue;
      }
      int point = lead & (0x3f >> more);
      // the second byte's range depends on the first: no overlong forms, nothing above U+10FFFF
      int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xf4 ? 0x8f : 0xbf;
      int read = 0;
      while (read < more && i < bytes.length && (bytes[i] & 0xff) >= low && (bytes[i] & 0xff) <= high) {
        point = point << 6 | bytes[i++] & 0x3f;
        low = 0x80;
        high = 0xbf;
        read++;
      }
      if (read < more || (more == 2 && Character.isSurrogate((char) point))) {
        out.append(REPLACEMENT);
      } else if (more == 3) {
        out.append(Character.highSurrogate(point)).append(Character.lowSurrogate(point));
      } else {
        out.append((char) point);
      }
    }
    return out.toString();
  }
}
