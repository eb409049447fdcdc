package dev.sluice.std.header;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.List;

/** Origins as browsers send them (Fetch Standard section 3.1), and patterns of such: {@code https://*.example.com}. */
final class Origins {
  static final String ANY = "*";
  private static final String SCHEME_END = "://";
  private static final String BELOW = "://*.";
  private static final int HIGHEST_PORT = 65_535;

  private Origins() {}

  /** The origin or pattern in this text; none where no browser would send one like it. */
  static Option<String> parse(String text) {
    int at = text.indexOf(SCHEME_END);
    if (text.equals(ANY)) {
      return Option.some(text);
    }
    if (at < 1 || !isScheme(text.substring(0, at))) {
      return Option.none();
    }
    String rest = text.substring(at + (text.startsWith(BELOW, at) ? BELOW : SCHEME_END).length());
    int colon = rest.startsWith("[") ? rest.indexOf(':', Math.max(rest.indexOf(']'), 0)) : rest.indexOf(':');
    String host = colon < 0 ? rest : rest.substring(0, colon);
    boolean legal = isHost(host) && (colon < 0 || isPort(text.substring(0, at), rest.substring(colon + 1)));
    return legal ? Option.some(text) : Option.none();
  }

  private static boolean isScheme(String scheme) {
    return consistsOf(scheme, "+-.") && scheme.charAt(0) >= 'a';
  }

  private static boolean isHost(String host) {
    return host.startsWith("[") && host.endsWith("]")
        ? consistsOf(host.substring(1, host.length() - 1), ":.")
        : consistsOf(host, ".-_") && host.charAt(0) != '.' && !host.contains("..");
  }

  /** Browsers leave the default port out. */
  private static boolean isPort(String scheme, String port) {
    int number = 0;
    for (int i = 0; i < port.length(); i++) {
      char c = port.charAt(i);
      number = c < '0' || c > '9' || number > HIGHEST_PORT ? HIGHEST_PORT + 1 : 10 * number + c - '0';
    }
    boolean written = number > 0 && number <= HIGHEST_PORT && port.charAt(0) != '0';
    return written && !(scheme.equals("https") && number == 443 || scheme.equals("http") && number == 80);
  }

  /** Of lower-case letters, digits and these marks, and not empty. */
  private static boolean consistsOf(String text, String marks) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') && marks.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The origin is one of these, or matches one that is a pattern. */
  static Condition among(TextValue origin, List<String> allowed) {
    Condition known = anyOf();
    for (String one : allowed) {
      known = known.or(one.contains(BELOW) ? below(origin, one) : origin.is(one));
    }
    return known;
  }

  /** One name or several, with dots between them, in the place of the star. */
  private static Condition below(TextValue origin, String pattern) {
    int star = pattern.indexOf('*');
    String before = pattern.substring(0, star);
    String behind = pattern.substring(star + 1);
    TextValue names = origin.substring(before.length()).beforeLast(behind);
    return allOf(origin.startsWith(before), origin.endsWith(behind), names.present(), names.contains("/").not(),
        names.contains(":").not(), names.contains("@").not());
  }
}
