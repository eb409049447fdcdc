package dev.sluice.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.data.text.Hex;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/**
 * Replaces each match of a regular expression (RE2, time linear in the path) in the request's path; the query stays. In
 * the replacement {@code $1} or {@code ${name}} stands for what a group matched, {@code $0} for the whole match,
 * {@code $$} for a dollar sign. Bytes that are not ASCII are matched percent-encoded. What comes out is made and refused
 * like the path of {@link SetPath}; a path without a match stays as it is.
 *
 * <pre>{@code rewritePath("^/users/([0-9]+)/(.*)$", "/accounts/$2/of/$1")}</pre>
 */
public record RewritePath(String regex, String replacement) implements Step {
  public RewritePath {
    Replacement.parse(compile(regex), Check.given("rewritePath", "the replacement", replacement));
  }

  private static Pattern compile(String regex) {
    try {
      return Pattern.compile(Check.given("rewritePath", "the regular expression", regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "rewritePath: \"" + regex + "\" is no regular expression of RE2: " + e.getDescription()
              + "; see https://github.com/google/re2/wiki/Syntax",
          e);
    }
  }

  @Override
  public String word() {
    return "rewritePath";
  }

  @Override
  public String describe() {
    return "rewrite path /" + regex + "/ to " + replacement;
  }

  @Override
  public void plan(Planner planner) {
    Pattern pattern = compile(regex);
    new Rewrite(pattern, Replacement.parse(pattern, replacement))
        .plan(planner, word(), describe(), "illegal path");
  }

  private static final class Rewrite extends TargetChange {
    private final Pattern pattern;
    private final Replacement replacement;

    Rewrite(Pattern pattern, Replacement replacement) {
      this.pattern = pattern;
      this.replacement = replacement;
    }

    @Override
    Bytes of(Bytes target, Run run) {
      int end = Targets.pathEnd(target);
      String path = ascii(target.slice(0, end));
      Matcher matcher = pattern.matcher(path);
      StringBuilder out = new StringBuilder();
      int from = 0;
      boolean found = false;
      while (matcher.find()) {
        found = true;
        out.append(path, from, matcher.start());
        replacement.appendTo(out, matcher);
        from = matcher.end();
      }
      if (!found) {
        return null;
      }
      Bytes legal = Targets.legalPath(Bytes.utf8(out.append(path, from, path.length()).toString()));
      return legal == null
          ? REFUSED
          : new ByteSink(legal.length()).put(legal).put(target, end, target.length()).bytes();
    }

    private static String ascii(Bytes path) {
      StringBuilder out = new StringBuilder(path.length());
      for (int i = 0; i < path.length(); i++) {
        byte b = path.at(i);
        if (b >= 0) {
          out.append((char) b);
        } else {
          out.append('%').append(Hex.digit(b >> 4 & 15, 'A')).append(Hex.digit(b & 15, 'A'));
        }
      }
      return out.toString();
    }
  }
}
