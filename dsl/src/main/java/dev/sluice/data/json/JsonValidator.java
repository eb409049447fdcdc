package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;
import java.util.Arrays;

/**
 * Tells whether bytes are JSON (RFC 8259), strictly, byte by byte as they arrive, in memory of one bit a level. Not
 * JSON: anything that is not UTF-8, a byte order mark, comments, a second value. An escaped surrogate without its other
 * half is within the grammar and passes.
 */
public final class JsonValidator {
  private static final int VALUE = 0;
  private static final int VALUE_OR_END = 1;
  private static final int KEY = 2;
  private static final int KEY_OR_END = 3;
  private static final int COLON = 4;
  private static final int AFTER = 5;
  private static final int STRING = 6;
  private static final int ESCAPE = 7;
  private static final int LITERAL = 8;
  private static final int MINUS = 9;
  private static final int ZERO = 10;
  private static final int INTEGER = 11;
  private static final int POINT = 12;
  private static final int FRACTION = 13;
  private static final int EXPONENT = 14;
  private static final int SIGN = 15;
  private static final int POWER = 16;
  private static final int FAILED = 17;

  private final JsonLimits limits;
  private byte[] objects = new byte[8];
  private int depth;
  private int state = VALUE;
  private boolean key;
  private int hexDigits;
  private int more;
  private int low;
  private int high;
  private String literal = "";
  private int matched;
  private long offset;
  private String reason = "";

  public JsonValidator(JsonLimits limits) {
    this.limits = limits;
  }

  /** Takes the next piece; false once the text cannot become JSON any more. */
  public boolean feed(Bytes piece) {
    for (int i = 0, n = piece.length(); i < n && state != FAILED; i++) {
      if (offset >= limits.size()) {
        fail("larger than allowed");
      } else {
        take(piece.at(i) & 0xff);
      }
      if (state != FAILED) {
        offset++;
      }
    }
    return state != FAILED;
  }

  /** What is wrong, none if all that was fed is one JSON text. */
  public Option<JsonError> end() {
    if (state == FAILED) {
      return Option.some(new JsonError(offset, reason));
    }
    boolean number = state == ZERO || state == INTEGER || state == FRACTION || state == POWER;
    return depth == 0 && (state == AFTER || number)
        ? Option.none()
        : Option.some(new JsonError(offset, "ends too early"));
  }

  private void take(int b) {
    if (state == STRING) {
      string(b);
    } else if (state == ESCAPE) {
      escape(b);
    } else if (state == LITERAL) {
      literal(b);
    } else if (state >= MINUS) {
      number(b);
    } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
      structure(b);
    }
  }

  private void structure(int b) {
    switch (state) {
      case VALUE -> value(b);
      case VALUE_OR_END -> {
        if (b == ']') {
          close(b);
        } else {
          value(b);
        }
      }
      case KEY, KEY_OR_END -> {
        if (b == '"') {
          key = true;
          state = STRING;
        } else if (b == '}' && state == KEY_OR_END) {
          close(b);
        } else {
          fail("a key was expected");
        }
      }
      case COLON -> {
        state = VALUE;
        if (b != ':') {
          fail("a colon was expected");
        }
      }
      default -> after(b);
    }
  }

  private void value(int b) {
    key = false;
    switch (b) {
      case '"' -> state = STRING;
      case '{' -> open(true);
      case '[' -> open(false);
      case 't' -> begin("true");
      case 'f' -> begin("false");
      case 'n' -> begin("null");
      case '-' -> state = MINUS;
      case '0' -> state = ZERO;
      default -> {
        state = INTEGER;
        if (!isDigit(b)) {
          fail("a value was expected");
        }
      }
    }
  }

  private void after(int b) {
    if (depth == 0) {
      fail("more than one value");
    } else if (b == ',') {
      state = inObject() ? KEY : VALUE;
    } else {
      close(b);
    }
  }

  private void open(boolean object) {
    if (depth >= limits.depth()) {
      fail("deeper than allowed");
      return;
    }
    if (depth >> 3 == objects.length) {
      objects = Arrays.copyOf(objects, 2 * objects.length);
    }
    int bit = 1 << (depth & 7);
    objects[depth >> 3] = (byte) (object ? objects[depth >> 3] | bit : objects[depth >> 3] & ~bit);
    depth++;
    state = object ? KEY_OR_END : VALUE_OR_END;
  }

  private void close(int b) {
    if (b != (inObject() ? '}' : ']')) {
      fail("a comma or an end was expected");
      return;
    }
    depth--;
    state = AFTER;
  }

  private boolean inObject() {
    return (objects[(depth - 1) >> 3] & 1 << ((depth - 1) & 7)) != 0;
  }

  private void string(int b) {
    if (more > 0) {
      if (b < low || b > high) {
        fail("not UTF-8");
      }
      low = 0x80;
      high = 0xbf;
      more--;
    } else if (b == '"') {
      state = key ? COLON : AFTER;
    } else if (b == '\\') {
      state = ESCAPE;
    } else if (b < 0x20) {
      fail("a control character in a string");
    } else if (b >= 0x80) {
      more = b >= 0xc2 && b <= 0xdf ? 1 : b >= 0xe0 && b <= 0xef ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
      // no overlong forms, no surrogates, nothing above U+10FFFF (RFC 3629 section 4)
      low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
      high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
      if (more == 0) {
        fail("not UTF-8");
      }
    }
  }

  private void escape(int b) {
    if (hexDigits > 0) {
      int folded = b | 0x20;
      hexDigits--;
      if (!isDigit(b) && (folded < 'a' || folded > 'f')) {
        fail("four hex digits were expected");
      } else if (hexDigits == 0) {
        state = STRING;
      }
    } else if (b == 'u') {
      hexDigits = 4;
    } else {
      state = STRING;
      if (b != '"' && b != '\\' && b != '/' && b != 'b' && b != 'f' && b != 'n' && b != 'r' && b != 't') {
        fail("an escape that there is not");
      }
    }
  }

  private void begin(String word) {
    literal = word;
    matched = 1;
    state = LITERAL;
  }

  private void literal(int b) {
    if (b != literal.charAt(matched++)) {
      fail("a value was expected");
    } else if (matched == literal.length()) {
      state = AFTER;
    }
  }

  private void number(int b) {
    boolean digit = isDigit(b);
    boolean e = (b | 0x20) == 'e';
    int next = switch (state) {
      case MINUS -> b == '0' ? ZERO : digit ? INTEGER : FAILED;
      case ZERO, INTEGER -> digit && state == INTEGER ? INTEGER : b == '.' ? POINT : e ? EXPONENT : AFTER;
      case POINT, FRACTION -> digit ? FRACTION : state == POINT ? FAILED : e ? EXPONENT : AFTER;
      case EXPONENT -> b == '+' || b == '-' ? SIGN : digit ? POWER : FAILED;
      default -> digit ? POWER : state == SIGN ? FAILED : AFTER;
    };
    state = next;
    if (next == FAILED) {
      fail("a digit was expected");
    } else if (next == AFTER) {
      take(b);
    }
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  private void fail(String why) {
    state = FAILED;
    reason = why;
  }
}
