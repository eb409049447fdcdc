package dev.sluice.data.digest;

import dev.sluice.abi.Bytes;
import java.security.SecureRandom;

/** Random numbers fit for tokens: the host's source in a module (WASI random_get), the JDK's on the JVM. */
public final class RandomBytes {
  private RandomBytes() {}

  /** So many bytes; none for a count below one. */
  public static Bytes of(int count) {
    byte[] bytes = new byte[Math.max(count, 0)];
    new SecureRandom().nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  /** A random UUID, version 4 of RFC 9562 section 5.4, as 36 lower-case characters. */
  public static String uuid() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return uuid(bytes);
  }

  static String uuid(byte[] random) {
    char[] out = new char[36];
    int at = 0;
    for (int i = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        out[at++] = '-';
      }
      int b = i == 6 ? random[i] & 0x0f | 0x40 : i == 8 ? random[i] & 0x3f | 0x80 : random[i] & 0xff;
      out[at++] = digit(b >> 4);
      out[at++] = digit(b & 15);
    }
    return new String(out);
  }

  private static char digit(int value) {
    return (char) (value < 10 ? '0' + value : 'a' - 10 + value);
  }
}
