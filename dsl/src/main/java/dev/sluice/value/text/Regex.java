package dev.sluice.value.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.abi.Bytes;

/** A regular expression of RE2: time linear in the text whatever the expression. Equal to those with the same text. */
public final class Regex {
  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Refuses what is no regular expression of RE2, in the name of the word that it was given to. */
  public static Regex of(String word, String text, boolean ignoringCase) {
    try {
      return new Regex(Pattern.compile(text, ignoringCase ? Pattern.CASE_INSENSITIVE : 0));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          word + ": \"" + text + "\" is no regular expression of RE2: " + e.getDescription()
              + "; see https://github.com/google/re2/wiki/Syntax",
          e);
    }
  }

  /** As it was given. */
  public String text() {
    return pattern.pattern();
  }

  /** Number of its groups, without the whole match. */
  public int groups() {
    return pattern.groupCount();
  }

  boolean matches(Bytes text) {
    return pattern.matches(WellFormed.utf8(text));
  }

  boolean isIn(Bytes text) {
    return pattern.matcher(WellFormed.utf8(text)).find();
  }

  /** What a group of the first match takes up, null for nothing. */
  Bytes find(Bytes text, int group) {
    byte[] wellFormed = WellFormed.utf8(text);
    Matcher matcher = pattern.matcher(wellFormed);
    if (!matcher.find() || matcher.start(group) < 0) {
      return null;
    }
    return Bytes.wrap(wellFormed).slice(matcher.start(group), matcher.end(group));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Regex that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
