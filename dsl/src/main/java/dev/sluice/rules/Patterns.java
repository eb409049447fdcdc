package dev.sluice.rules;

import dev.sluice.data.net.HttpUrl;
import dev.sluice.plan.Check;
import dev.sluice.value.PathTemplate;
import io.vavr.control.Option;

/** What may stand in a match, in the form in which it is compared. */
final class Patterns {
  private static final String HOST_MARKS = "-._*[]:";

  private Patterns() {}

  /** A host in lower case, with at most one asterisk, before its first dot or behind its last one. */
  static Option<String> host(String text) {
    int star = text.indexOf('*');
    boolean placed = star < 0 || text.equals("*") || text.startsWith("*.") && text.length() > 2
        || text.endsWith(".*") && text.length() > 2;
    boolean legal = !text.isEmpty() && star == text.lastIndexOf('*');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      legal &= c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || HOST_MARKS.indexOf(c) >= 0;
    }
    boolean port = text.indexOf(':') >= 0 && !text.endsWith("]");
    return placed && legal && !port ? Option.some(Check.lowerCase(text)) : Option.none();
  }

  static Option<String> path(String text) {
    return HttpUrl.isPath(text) ? Option.some(text) : Option.none();
  }

  /** Without the slash at its end, which makes no difference to what is below. */
  static Option<String> prefix(String text) {
    boolean cut = text.length() > 1 && text.endsWith("/");
    return path(cut ? text.substring(0, text.length() - 1) : text);
  }

  static Option<String> template(String text) {
    try {
      return Option.some(new PathTemplate(text).template());
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }

  /** Methods have case (RFC 9110 section 9.1), and those in use are in upper case: anything else is a slip. */
  static Option<String> method(String text) {
    boolean upper = Check.isToken(text);
    for (int i = 0; i < text.length(); i++) {
      upper &= text.charAt(i) < 'a' || text.charAt(i) > 'z';
    }
    return upper ? Option.some(text) : Option.none();
  }
}
