package dev.sluice.rules;

import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.headerName;
import static dev.sluice.settings.Decoders.mapOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.oneOrMany;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.plan.Lists;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.Field;
import dev.sluice.value.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which requests a rule is for: those that fulfil each of these, of what has several values at least one of them. What
 * is empty says nothing.
 *
 * @param hosts {@code example.com}, {@code *.example.com} (any name below it), {@code example.*} or {@code *}; the case
 *     of letters, a port and a dot at the end do not matter
 * @param paths the whole path, as it was sent, without its query
 * @param pathPrefixes whole segments that the path begins with: {@code /api} is {@code /api} and {@code /api/x}, not
 *     {@code /apix}
 * @param pathTemplates forms of paths, see {@link dev.sluice.value.PathTemplate}
 * @param methods such as {@code GET}
 * @param headers by name what at least one value of the header has to be
 * @param routeNames names that the proxy's configuration gives routes
 * @param routeNamePrefixes what such a name begins with
 * @param services {@code reviews.default.svc.cluster.local}, with or without a port: of clusters that are named as
 *     Istio names them, {@code outbound|9080||reviews.default.svc.cluster.local}
 */
public record Match(
    List<String> hosts,
    List<String> paths,
    List<String> pathPrefixes,
    List<String> pathTemplates,
    List<String> methods,
    Map<String, HeaderMatch> headers,
    List<String> routeNames,
    List<String> routeNamePrefixes,
    List<String> services) {

  /** Reads a match that says something. */
  public static final Decoder<Match> DECODER = object(
      some("host", text().parse("a host such as \"example.com\", \"*.example.com\" or \"*\"", Patterns::host))
          .describedAs("host names without ports; *.example.com is any name below example.com"),
      some("path", text().parse("a path such as \"/a/b\"", Patterns::path)).describedAs("the whole path"),
      some("pathPrefix", text().parse("a path such as \"/a/b\"", Patterns::prefix))
          .describedAs("whole segments that the path begins with"),
      some("pathTemplate", text().parse("a template of a path, such as \"/users/{id}\"", Patterns::template))
          .describedAs("forms of paths: {name} is one segment, {name...} at the end is all that is left"),
      some("methods", text().parse("a method such as \"GET\"", Patterns::method)),
      field("headers", mapOf(headerName(), HeaderMatch.DECODER)).orElse(Collections.emptyMap()),
      some("routeName", text().notBlank()),
      some("routeNamePrefix", text().notBlank()),
      some("service", text().notBlank())).as(Match::new)
      .check(match -> !match.isEmpty(), "matches every request; say what to match, or use \"default\"")
      .check(match -> match.pathKinds() <= 1, "has several kinds of paths; give one of \"path\", \"pathPrefix\" and"
          + " \"pathTemplate\"");

  public Match {
    hosts = Lists.copy(hosts);
    paths = Lists.copy(paths);
    pathPrefixes = Lists.copy(pathPrefixes);
    pathTemplates = Lists.copy(pathTemplates);
    methods = Lists.copy(methods);
    routeNames = Lists.copy(routeNames);
    routeNamePrefixes = Lists.copy(routeNamePrefixes);
    services = Lists.copy(services);
  }

  private static Field<List<String>> some(String name, Decoder<String> decoder) {
    return field(name, oneOrMany(decoder)).orElse(Lists.none());
  }

  /** By hosts, names of routes and services alone. */
  static Match of(List<String> hosts, List<String> routes, List<String> routePrefixes, List<String> services) {
    return new Match(hosts, Lists.none(), Lists.none(), Lists.none(), Lists.none(), Collections.emptyMap(), routes,
        routePrefixes, services);
  }

  boolean isEmpty() {
    return hosts.isEmpty() && pathKinds() == 0 && methods.isEmpty() && headers.isEmpty() && routeNames.isEmpty()
        && routeNamePrefixes.isEmpty() && services.isEmpty();
  }

  private int pathKinds() {
    return (paths.isEmpty() ? 0 : 1) + (pathPrefixes.isEmpty() ? 0 : 1) + (pathTemplates.isEmpty() ? 0 : 1);
  }

  /** The same as a question of the language; for request parts. */
  public Condition condition() {
    return new Questions()
        .add(hosts, Questions::host)
        .add(paths, Questions::path)
        .add(pathPrefixes, Questions::pathPrefix)
        .add(pathTemplates, Questions::pathTemplate)
        .add(methods, Questions::method)
        .add(headers)
        .add(routeNames, Questions::routeName)
        .add(routeNamePrefixes, Questions::routeNamePrefix)
        .add(services, Questions::service)
        .all();
  }
}
