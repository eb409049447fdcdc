package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import com.google.re2j.Pattern;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;

/**
 * Replaces what a regular expression matches in the path of requests; the query stays. Time is linear in the path,
 * whatever the expression (RE2).
 *
 * <pre>{@code
 * rewritePath(PathRewrite.of("^/users/([0-9]+)/(.*)$", "/accounts/$2/of/$1").rerouting())
 * }</pre>
 *
 * @param expression in RE2's syntax
 * @param replacement of at most 256 characters; {@code $1} or {@code ${name}} stands for a group, {@code $$} for a dollar sign
 * @param reroutes whether the proxy chooses the route anew
 */
public record PathRewrite(String expression, String replacement, boolean reroutes) {
  private static final int LONGEST_PATH = 8192;
  private static final int LONGEST_REPLACEMENT = 256;

  /** Settings of a configuration; see docs/filters/rewritePath.md. */
  public static final Decoder<PathRewrite> DECODER = object(
      field("regex", regex().map(Pattern::pattern)).describedAs("what is replaced, in RE2's syntax"),
      field("replacement", text().atMost(LONGEST_REPLACEMENT)).describedAs("$1 stands for the first group"),
      field("reroute", bool()).orElse(false).describedAs("whether the proxy chooses the route anew"))
      .as(PathRewrite::new);

  public PathRewrite {
    if (replacement.length() > LONGEST_REPLACEMENT) {
      throw new IllegalArgumentException(
          "rewritePath: the replacement has more than 256 characters; give a shorter one");
    }
    rewritePath(expression, replacement);
  }

  /** Replaces each match; the route stays. */
  public static PathRewrite of(String regex, String replacement) {
    return new PathRewrite(regex, replacement, false);
  }

  /** The same with the route chosen anew, by the path as it is then. */
  public PathRewrite rerouting() {
    return new PathRewrite(expression, replacement, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    Filter rewritten =
        request(when(path().length().greaterThan(LONGEST_PATH)).respond(414), rewritePath(expression, replacement));
    return reroutes ? rewritten.request(reroute()) : rewritten;
  }
}
