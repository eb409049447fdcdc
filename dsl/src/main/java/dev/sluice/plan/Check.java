package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Decimal;
import java.time.Duration;
import java.util.List;

/** What the words of the language refuse when a pipeline is built, each with what is wrong and what to do. */
public final class Check {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private Check() {}

  /** The argument, which must be there. */
  public static <T> T given(String word, String what, T argument) {
    if (argument == null) {
      throw new IllegalArgumentException(word + ": " + what + " is null; give a value");
    }
    return argument;
  }

  /** The arguments as an immutable list, none of which may be null. */
  public static <T> List<T> all(String word, String what, T[] arguments) {
    given(word, what, arguments);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null) {
        throw new IllegalArgumentException(
            word + ": " + what + " number " + Decimal.of(i + 1) + " is null; give a value");
      }
    }
    return List.of(arguments);
  }

  /** Like {@link #all}, and at least one. */
  public static <T> List<T> some(String word, String what, T[] arguments) {
    List<T> list = all(word, what, arguments);
    if (list.isEmpty()) {
      throw new IllegalArgumentException(word + ": no " + what + "; give at least one");
    }
    return list;
  }

  /** A header name (a token, RFC 9110 section 5.1) in lower case, as hosts and HTTP/2 have it. */
  public static String headerName(String word, String name) {
    given(word, "the header name", name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(word + ": the header name is empty; give a name such as x-user-id");
    }
    for (int i = 0; i < name.length(); i++) {
      if (!isToken(name.charAt(i))) {
        throw new IllegalArgumentException(
            word + ": the header name \"" + name + "\" has an illegal character at index " + Decimal.of(i)
                + "; use letters, digits and " + TOKEN_MARKS + " (RFC 9110, section 5.6.2)");
      }
    }
    return lowerCase(name);
  }

  /** A header name or a pseudo-header such as {@code :path} (RFC 9113 section 8.3), in lower case. */
  public static String fieldName(String word, String name) {
    given(word, "the header name", name);
    return name.startsWith(":") ? ":" + headerName(word, name.substring(1)) : headerName(word, name);
  }

  /** A header value without the characters that would end it (RFC 9110 section 5.5). */
  public static String headerValue(String word, String name, String value) {
    given(word, "the value of " + name, value);
    for (int i = 0; i < value.length(); i++) {
      if (endsValue(value.charAt(i))) {
        throw new IllegalArgumentException(
            word + ": the value of " + name + " has CR, LF or NUL at index " + Decimal.of(i)
                + ", which would end the header (RFC 9110, section 5.5); take it out");
      }
    }
    return value;
  }

  /** A text that is not empty. */
  public static String filled(String word, String what, String text) {
    if (given(word, what, text).isEmpty()) {
      throw new IllegalArgumentException(word + ": " + what + " is empty; give one of a character at least");
    }
    return text;
  }

  /** An index, counted from 0. */
  public static int index(String word, int index) {
    if (index < 0) {
      throw new IllegalArgumentException(word + ": " + Decimal.of(index) + " is no index; count from 0");
    }
    return index;
  }

  /** Whether these bytes are a token (RFC 9110 section 5.6.2), as methods and header names are. */
  public static boolean isToken(Bytes text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isToken((char) (text.at(i) & 0xff))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether no header value may hold this character. */
  public static boolean endsValue(int c) {
    return c == '\r' || c == '\n' || c == 0;
  }

  /** Whether these bytes can be a header value. */
  public static boolean isHeaderValue(Bytes value) {
    for (int i = 0; i < value.length(); i++) {
      if (endsValue(value.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** The name of an attribute that a plugin sets: one segment of a path. */
  public static String propertyName(String word, String name) {
    if (given(word, "the name", name).isEmpty() || name.indexOf(0) >= 0) {
      throw new IllegalArgumentException(word + ": the name is empty or has NUL in it; give one such as my.tenant");
    }
    return name;
  }

  /** A status that a reply may have. */
  public static int status(String word, int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          word + ": " + Decimal.of(status) + " is no status of a reply; give one between 200 and 599");
    }
    return status;
  }

  /** A time between one millisecond and an hour, in milliseconds. */
  public static int millis(String word, Duration time) {
    given(word, "the time", time);
    // Asked first, since a time too long for milliseconds is one that cannot be counted in them.
    long millis = time.compareTo(Duration.ofHours(1)) > 0 ? 0 : time.toMillis();
    if (millis < 1) {
      throw new IllegalArgumentException(
          word + ": " + time + "; give a time between one millisecond and one hour");
    }
    return (int) millis;
  }

  /** A time between one millisecond and a year, in milliseconds: for what is kept, not held. */
  public static long keptMillis(String word, Duration time) {
    given(word, "the time", time);
    long millis = time.compareTo(Duration.ofDays(366)) > 0 ? 0 : time.toMillis();
    if (millis < 1) {
      throw new IllegalArgumentException(
          word + ": " + time + "; give a time between one millisecond and 366 days");
    }
    return millis;
  }

  /** ASCII letters in lower case, all else as it is. */
  public static String lowerCase(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] = (char) (chars[i] + 32);
      }
    }
    return new String(chars);
  }

  /** Whether this is a token (RFC 9110 section 5.6.2). */
  public static boolean isToken(String text) {
    boolean token = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      token &= isToken(text.charAt(i));
    }
    return token;
  }

  private static boolean isToken(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || isTokenMark(c);
  }

  private static boolean isTokenMark(char c) {
    for (int i = 0; i < TOKEN_MARKS.length(); i++) {
      if (TOKEN_MARKS.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }
}
