package dev.sluice.data.json;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/** A place in a JSON text, RFC 6901: {@code /users/0/name}; the empty one is the whole text. Immutable. */
public final class JsonPointer {
  private final String text;
  private final Bytes[] tokens;

  private JsonPointer(String text, Bytes[] tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** None unless the text is empty or begins with a slash, and each tilde has a 0 or 1 behind it. */
  public static Option<JsonPointer> parse(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      count += c == '/' ? 1 : 0;
      if (c == '~' && (i + 1 == text.length() || text.charAt(i + 1) != '0' && text.charAt(i + 1) != '1')) {
        return Option.none();
      }
    }
    if (text.length() > 0 && text.charAt(0) != '/') {
      return Option.none();
    }
    Bytes[] tokens = new Bytes[count];
    int at = 1;
    for (int t = 0; t < count; t++, at++) {
      StringBuilder token = new StringBuilder();
      for (; at < text.length() && text.charAt(at) != '/'; at++) {
        char c = text.charAt(at);
        token.append(c != '~' ? c : text.charAt(++at) == '0' ? '~' : '/');
      }
      tokens[t] = Bytes.utf8(token.toString());
    }
    return Option.some(new JsonPointer(text, tokens));
  }

  /** How many steps it takes from the whole text. */
  public int depth() {
    return tokens.length;
  }

  Bytes token(int index) {
    return tokens[index];
  }

  /** The token as an index of an array, -1 if it is none: digits without a leading zero, at most 999,999,999. */
  int index(int token) {
    Bytes digits = tokens[token];
    int length = digits.length();
    if (length == 0 || length > 9 || length > 1 && digits.at(0) == '0') {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonPointer that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The text it was parsed from. */
  @Override
  public String toString() {
    return text;
  }
}
