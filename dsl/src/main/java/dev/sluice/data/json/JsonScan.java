package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/** Steps over parts of a text that is known to be JSON. Loops only: depth costs no stack. */
final class JsonScan {
  private JsonScan() {}

  static int skipBlank(Bytes text, int from) {
    int at = from;
    while (at < text.length() && text.at(at) <= ' ' && text.at(at) >= 0) {
      at++;
    }
    return at;
  }

  /** Where the value that begins here ends. */
  static int valueEnd(Bytes text, int from) {
    byte first = text.at(from);
    if (first == '"') {
      return stringEnd(text, from);
    }
    int at = from;
    if (first == '{' || first == '[') {
      int depth = 0;
      do {
        byte b = text.at(at);
        if (b == '"') {
          at = stringEnd(text, at);
          continue;
        }
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
        at++;
      } while (depth > 0);
      return at;
    }
    while (at < text.length() && isPlain(text.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte b) {
    return b > ' ' && b != ',' && b != ']' && b != '}';
  }

  static int stringEnd(Bytes text, int from) {
    int at = from + 1;
    while (text.at(at) != '"') {
      at += text.at(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Whether the string that begins here means these bytes. */
  static boolean stringIs(Bytes text, int from, Bytes wanted) {
    int at = from + 1;
    for (int i = 0; i < wanted.length(); i++, at++) {
      byte b = text.at(at);
      if (b == '\\') {
        return string(text, from).equals(wanted);
      }
      if (b != wanted.at(i)) {
        return false;
      }
    }
    return text.at(at) == '"';
  }

  /** The characters of the string that begins here, as UTF-8. */
  static Bytes string(Bytes text, int from) {
    int end = stringEnd(text, from) - 1;
    ByteSink out = new ByteSink(end - from);
    for (int at = from + 1; at < end; at++) {
      byte b = text.at(at);
      if (b != '\\') {
        out.put(b);
        continue;
      }
      byte escaped = text.at(++at);
      if (escaped != 'u') {
        out.put(meaning(escaped));
        continue;
      }
      int unit = unit(text, at + 1);
      at += 4;
      if (unit >= 0xd800 && unit < 0xdc00 && at + 6 < end && text.at(at + 1) == '\\' && text.at(at + 2) == 'u') {
        int second = unit(text, at + 3);
        if (second >= 0xdc00 && second < 0xe000) {
          unit = 0x10000 + ((unit - 0xd800) << 10) + second - 0xdc00;
          at += 6;
        }
      }
      putPoint(out, unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit);
    }
    return out.bytes();
  }

  private static int meaning(byte escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }

  private static int unit(Bytes text, int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int b = text.at(i);
      unit = unit << 4 | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
    }
    return unit;
  }

  private static void putPoint(ByteSink out, int point) {
    if (point < 0x80) {
      out.put(point);
    } else if (point < 0x800) {
      out.put(0xc0 | point >> 6).put(0x80 | point & 0x3f);
    } else if (point < 0x10000) {
      out.put(0xe0 | point >> 12).put(0x80 | point >> 6 & 0x3f).put(0x80 | point & 0x3f);
    } else {
      out.put(0xf0 | point >> 18).put(0x80 | point >> 12 & 0x3f);
      out.put(0x80 | point >> 6 & 0x3f).put(0x80 | point & 0x3f);
    }
  }
}
