package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Percent;

/**
 * The values of one name in a form or query (application/x-www-form-urlencoded, URL Standard section 5.1). Names and
 * values are decoded: {@code +} is a space, {@code %41} is A, a percent sign without two hexadecimal digits behind it
 * stays as it is. A name without {@code =} has an empty value; empty pieces are none.
 *
 * @param raw whether values are given as they were sent; the name is decoded in any case
 */
public record Form(Bytes name, boolean raw) implements Splitter {
  /** The first value of this (decoded) name, null where there is none. */
  public static Bytes first(Bytes text, Bytes name, boolean raw) {
    First first = new First();
    new Form(name, raw).each(text, first);
    return first.found;
  }

  @Override
  public boolean each(Bytes text, ElementVisitor visitor) {
    int length = text.length();
    for (int start = 0; start < length;) {
      int equals = start;
      while (equals < length && text.at(equals) != '=' && text.at(equals) != '&') {
        equals++;
      }
      int end = equals;
      while (end < length && text.at(end) != '&') {
        end++;
      }
      if (end > start && decode(text.slice(start, equals)).equals(name)) {
        Bytes value = text.slice(Math.min(equals + 1, end), end);
        if (!visitor.visit(raw ? value : decode(value))) {
          return false;
        }
      }
      start = end + 1;
    }
    return true;
  }

  /** Plus signs and percent sequences decoded; malformed sequences as they are. */
  static Bytes decode(Bytes text) {
    return text.indexOf('%', 0) < 0 && text.indexOf('+', 0) < 0 ? text : Percent.decodeForm(text);
  }

  @Override
  public String describe(String text) {
    return (raw ? "raw fields " : "fields ") + name.utf8() + " of " + text;
  }

  /** Keeps the first element. */
  private static final class First implements ElementVisitor {
    private Bytes found;

    @Override
    public boolean visit(Bytes element) {
      found = element;
      return false;
    }
  }
}
