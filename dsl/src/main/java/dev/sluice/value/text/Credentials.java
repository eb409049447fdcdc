package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Base64;
import io.vavr.control.Option;

/** The values of Authorization headers (RFC 9110 section 11.4). Malformed credentials are none. */
public final class Credentials {
  private static final Bytes BEARER = Bytes.utf8("bearer");
  private static final Bytes BASIC = Bytes.utf8("basic");

  private Credentials() {}

  /** The token of the Bearer scheme (RFC 6750 section 2.1). */
  public record Bearer() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return token68(text, BEARER);
    }

    @Override
    public String describe(String text) {
      return "bearer token of " + text;
    }
  }

  /** The user-id of the Basic scheme (RFC 7617 section 2). */
  public record BasicUser() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      Bytes pair = userPass(text);
      return pair == null ? null : pair.slice(0, pair.indexOf(':', 0));
    }

    @Override
    public String describe(String text) {
      return "basic user of " + text;
    }
  }

  /** The password of the Basic scheme (RFC 7617 section 2), which may hold colons. */
  public record BasicPassword() implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      Bytes pair = userPass(text);
      return pair == null ? null : pair.slice(pair.indexOf(':', 0) + 1, pair.length());
    }

    @Override
    public String describe(String text) {
      return "basic password of " + text;
    }
  }

  /** User-id, colon and password without control characters, null for all else. */
  private static Bytes userPass(Bytes text) {
    Bytes token = token68(text, BASIC);
    Option<Bytes> decoded = token == null ? Option.none() : Base64.decode(token.latin1());
    if (decoded.isEmpty() || decoded.get().indexOf(':', 0) < 0) {
      return null;
    }
    Bytes pair = decoded.get();
    for (int i = 0; i < pair.length(); i++) {
      byte b = pair.at(i);
      if (b >= 0 && b < ' ' || b == 0x7f) {
        return null;
      }
    }
    return pair;
  }

  /** The token68 behind a scheme, whose name has no case, and spaces; null where the text is not of this form. */
  private static Bytes token68(Bytes text, Bytes scheme) {
    int at = scheme.length();
    if (text.length() <= at || text.at(at) != ' ' || !text.slice(0, at).equalsIgnoreCase(scheme)) {
      return null;
    }
    while (at < text.length() && text.at(at) == ' ') {
      at++;
    }
    int end = at;
    while (end < text.length() && isToken68(text.at(end))) {
      end++;
    }
    int padded = end;
    while (padded < text.length() && text.at(padded) == '=') {
      padded++;
    }
    return end > at && padded == text.length() ? text.slice(at, padded) : null;
  }

  private static boolean isToken68(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
        || b == '-' || b == '.' || b == '_' || b == '~' || b == '+' || b == '/';
  }
}
