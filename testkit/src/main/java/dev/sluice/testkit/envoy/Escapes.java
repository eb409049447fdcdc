package dev.sluice.testkit.envoy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Undoes the C-style escapes of {@code --log-format-escaped}. */
final class Escapes {
  private Escapes() {}

  /** The UTF-8 text behind these escapes; an unknown escape stays as it is. */
  static String undo(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    int end = text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == end) {
        out.write(c);
        continue;
      }
      char escape = text.charAt(++i);
      switch (escape) {
        case 'n' -> out.write('\n');
        case 'r' -> out.write('\r');
        case 't' -> out.write('\t');
        case '\\', '\'', '"' -> out.write(escape);
        default -> {
          if (i + 2 < end && isOctal(escape) && isOctal(text.charAt(i + 1)) && isOctal(text.charAt(i + 2))) {
            out.write(Integer.parseInt(text.substring(i, i + 3), 8));
            i += 2;
          } else {
            out.write('\\');
            out.write(escape);
          }
        }
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }
}
