package dev.sluice.value;

import dev.sluice.abi.Bytes;
import java.util.Arrays;

/** The parameters of a query, see {@link QueryText}. */
final class QueryString {
  private QueryString() {}

  /** The first value of this (decoded) name, null where there is none. */
  static Bytes first(Bytes query, Bytes name, boolean raw) {
    int start = 0;
    while (start < query.length()) {
      int end = orEnd(query.indexOf('&', start), query.length());
      int equals = query.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (end > start && decode(query.slice(start, nameEnd)).equals(name)) {
        Bytes value = nameEnd == end ? Bytes.EMPTY : query.slice(nameEnd + 1, end);
        return raw ? value : decode(value);
      }
      start = end + 1;
    }
    return null;
  }

  /** Plus signs and percent sequences decoded; malformed sequences as they are. */
  static Bytes decode(Bytes text) {
    if (text.indexOf('%', 0) < 0 && text.indexOf('+', 0) < 0) {
      return text;
    }
    byte[] out = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      byte b = text.at(i);
      if (b == '%' && i + 2 < text.length() && hex(text.at(i + 1)) >= 0 && hex(text.at(i + 2)) >= 0) {
        b = (byte) (hex(text.at(i + 1)) << 4 | hex(text.at(i + 2)));
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      out[length++] = b;
    }
    return Bytes.wrap(Arrays.copyOf(out, length));
  }

  private static int orEnd(int index, int end) {
    return index < 0 ? end : index;
  }

  private static int hex(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
