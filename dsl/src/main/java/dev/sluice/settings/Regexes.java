package dev.sluice.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.vavr.control.Either;

/** Regular expressions in RE2's syntax, matched in linear time. */
final class Regexes {
  private Regexes() {}

  /** The compiled expression, or what is wrong with it. */
  static Either<String, Pattern> compile(String regex) {
    try {
      return Either.right(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      return Either.left(e.getDescription());
    }
  }
}
