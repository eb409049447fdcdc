package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/**
 * Goes through an object or an array: {@link #next()} until it is false, in between {@link #name()} and
 * {@link #value()}.
 */
public final class JsonMembers {
  private static final Bytes APPEND = Bytes.latin1("-");

  private final Bytes text;
  private final boolean object;
  private final int inside;
  private int at;
  private int index = -1;
  private int nameFrom;
  private int from;
  private int to;

  JsonMembers(Bytes text, int container) {
    this.text = text;
    byte first = text.at(container);
    object = first == '{';
    inside = object || first == '[' ? container + 1 : text.length();
    at = inside;
  }

  /** Goes to the next one; false if there is none. */
  public boolean next() {
    at = JsonScan.skipBlank(text, at);
    if (at < text.length() && text.at(at) == ',') {
      at = JsonScan.skipBlank(text, at + 1);
    }
    if (at >= text.length() || text.at(at) == '}' || text.at(at) == ']') {
      return false;
    }
    nameFrom = at;
    if (object) {
      at = JsonScan.skipBlank(text, JsonScan.stringEnd(text, at));
      at = JsonScan.skipBlank(text, at + 1);
    }
    from = at;
    to = JsonScan.valueEnd(text, at);
    at = to;
    index++;
    return true;
  }

  /** Which one this is, from 0 on. */
  public int index() {
    return index;
  }

  /** The member's name; none in an array. */
  public Option<String> name() {
    return object ? Option.some(JsonScan.string(text, nameFrom).utf8()) : Option.none();
  }

  public Json value() {
    return new Json(text, from, to);
  }

  /** Goes to the one that the pointer's token names, the last of its name; false if there is none. */
  boolean find(JsonPointer pointer, int token) {
    if (!object) {
      int wanted = pointer.index(token);
      boolean there = wanted >= 0;
      while (there && index < wanted) {
        there = next();
      }
      return there;
    }
    Bytes wanted = pointer.token(token);
    int foundName = -1;
    int foundFrom = 0;
    int foundTo = 0;
    while (next()) {
      if (JsonScan.stringIs(text, nameFrom, wanted)) {
        foundName = nameFrom;
        foundFrom = from;
        foundTo = to;
      }
    }
    nameFrom = foundName;
    from = foundFrom;
    to = foundTo;
    return foundName >= 0;
  }

  boolean isNamed(Bytes wanted) {
    return JsonScan.stringIs(text, nameFrom, wanted);
  }

  boolean isObject() {
    return object;
  }

  /** Whether a token stands for the place behind an array's last element. */
  static boolean isAppend(Bytes token) {
    return token.equals(APPEND);
  }

  /** Where the first one would begin. */
  int inside() {
    return inside;
  }

  /** Where the member begins, name and all. */
  int start() {
    return nameFrom;
  }

  int end() {
    return to;
  }
}
