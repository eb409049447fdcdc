package dev.sluice.std.route;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import java.util.List;

/**
 * Takes the beginning of a path away, segment by segment: of {@code /api}, {@code /api/x} becomes {@code /x}, and
 * {@code /apix} stays. The query stays.
 *
 * <pre>{@code
 * stripPrefix(PathPrefix.of("/api/v1", "/api").forwarded())
 * }</pre>
 *
 * @param prefixes of which the first that a path has is taken away
 * @param forward whether x-forwarded-prefix tells the upstream which one that was
 * @param reroutes whether the proxy chooses the route anew where one was taken away
 */
public record PathPrefix(List<String> prefixes, boolean forward, boolean reroutes) {
  private static final String FORWARDED = "x-forwarded-prefix";
  private static final int MOST = 100;

  /** Settings of a configuration; see docs/filters/stripPrefix.md. */
  public static final Decoder<PathPrefix> DECODER = object(
      field("prefixes", listOf(urlPath().map(PathPrefix::checked)).size(1, MOST))
          .describedAs("beginnings of paths, of which the first is taken away"),
      field("forward", bool()).orElse(false).describedAs("whether x-forwarded-prefix tells the upstream which"),
      field("reroute", bool()).orElse(false).describedAs("whether the proxy chooses the route anew"))
      .as(PathPrefix::new);

  public PathPrefix {
    prefixes = List.copyOf(prefixes);
    if (prefixes.isEmpty() || prefixes.size() > MOST) {
      throw new IllegalArgumentException("stripPrefix: no prefix, or more than 100; give one at least");
    }
    for (String prefix : prefixes) {
      checked(prefix);
    }
  }

  private static String checked(String prefix) {
    stripPrefix(prefix);
    if (withoutSlash(prefix).isEmpty()) {
      throw new IllegalArgumentException("stripPrefix: \"" + prefix + "\" is the root; give a path such as /api");
    }
    return prefix;
  }

  private static String withoutSlash(String prefix) {
    return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }

  /** Takes the first of these away that a path has. */
  public static PathPrefix of(String... prefixes) {
    return new PathPrefix(List.of(prefixes), false, false);
  }

  /** The same with the prefix told to the upstream in x-forwarded-prefix, whatever the client sent there. */
  public PathPrefix forwarded() {
    return new PathPrefix(prefixes, true, reroutes);
  }

  /** The same with the route chosen anew, by the path as it is then. */
  public PathPrefix rerouting() {
    return new PathPrefix(prefixes, forward, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    When[] cases = new When[prefixes.size()];
    for (int i = 0; i < cases.length; i++) {
      String prefix = withoutSlash(prefixes.get(i));
      cases[i] = when(path().is(prefix).or(path().startsWith(prefix + "/"))).then(stripped(prefix));
    }
    return request(forward ? choose(cases).otherwise(removeHeader(FORWARDED)) : choose(cases));
  }

  private Step stripped(String prefix) {
    Step stripped = stripPrefix(prefix);
    stripped = forward ? sequence(stripped, setHeader(FORWARDED, prefix)) : stripped;
    return reroutes ? sequence(stripped, reroute()) : stripped;
  }
}
