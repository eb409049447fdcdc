package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Writes one JSON value. Commas come by themselves. The order of calls is the caller's business: what it ends
 * in can be checked with {@link Json#read(Bytes)}.
 */
public final class JsonWriter {
  private static final int DELETE = 0x7f;

  private final ByteSink out = new ByteSink(64);

  /** A text as a JSON string, quotes and all. */
  public static Json string(String text) {
    ByteSink out = new ByteSink(text.length() + 2);
    quote(Bytes.utf8(text), out);
    return Json.of(out.bytes());
  }

  public JsonWriter beginObject() {
    separate();
    out.put('{');
    return this;
  }

  public JsonWriter endObject() {
    out.put('}');
    return this;
  }

  public JsonWriter beginArray() {
    separate();
    out.put('[');
    return this;
  }

  public JsonWriter endArray() {
    out.put(']');
    return this;
  }

  /** A member's name; its value comes next. */
  public JsonWriter name(String name) {
    separate();
    quote(Bytes.utf8(name), out);
    out.put(':');
    return this;
  }

  public JsonWriter value(String text) {
    separate();
    quote(Bytes.utf8(text), out);
    return this;
  }

  public JsonWriter value(long number) {
    separate();
    int start = 0;
    byte[] digits = new byte[20];
    long rest = number < 0 ? number : -number;
    do {
      digits[start++] = (byte) ('0' - rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      out.put('-');
    }
    while (start > 0) {
      out.put(digits[--start]);
    }
    return this;
  }

  public JsonWriter value(boolean value) {
    separate();
    out.put(Bytes.latin1(value ? "true" : "false"));
    return this;
  }

  public JsonWriter value(Json value) {
    separate();
    out.put(value.raw());
    return this;
  }

  public JsonWriter nullValue() {
    separate();
    out.put(Bytes.latin1("null"));
    return this;
  }

  /** What was written so far. */
  public Bytes bytes() {
    return out.bytes();
  }

  private void separate() {
    if (out.size() > 0) {
      int before = out.fromEnd(1);
      if (before != '{' && before != '[' && before != ':') {
        out.put(',');
      }
    }
  }

  static void quote(Bytes utf8, ByteSink out) {
    out.put('"');
    escape(utf8, out);
    out.put('"');
  }

  /** Puts a text as it stands between the quotes of a JSON string: without control characters. It must be UTF-8. */
  public static void escape(Bytes utf8, ByteSink out) {
    for (int i = 0; i < utf8.length(); i++) {
      int b = utf8.at(i);
      if (b == '"' || b == '\\') {
        out.put('\\').put(b);
      } else if (b >= 0 && b < 0x20 || b == DELETE) {
        int digit = b & 15;
        out.put('\\').put('u').put('0').put('0').put('0' + (b >> 4)).put(digit < 10 ? '0' + digit : 'a' - 10 + digit);
      } else {
        out.put(b);
      }
    }
  }
}
