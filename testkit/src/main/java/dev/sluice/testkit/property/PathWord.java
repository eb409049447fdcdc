package dev.sluice.testkit.property;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The request's path, that something is said about, see {@link RequestWords#path}. */
public record PathWord() {

  /** It is this one. */
  public RequestCondition is(String path) {
    return in(path);
  }

  /** It is one of these. */
  public RequestCondition in(String... paths) {
    return of(Arbitraries.of(paths));
  }

  /** It is this one or lies below it, segment by segment: of {@code /a} that is {@code /a}, {@code /a/b}, not {@code /ab}. */
  public RequestCondition under(String prefix) {
    String parent = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return of(Requests.paths().map(path -> path.equals("/") && !parent.isEmpty() ? parent : parent + path));
  }

  /** It neither is this one nor lies below it, though it may begin with the same letters. */
  public RequestCondition notUnder(String prefix) {
    String parent = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return of(Arbitraries.oneOf(Requests.paths(), Arbitraries.of(parent + "x", "/x" + parent))
        .filter(path -> !path.equals(parent) && !path.startsWith(parent + "/")));
  }

  /** It is one of these. */
  public RequestCondition of(Arbitrary<String> paths) {
    return requests -> Combinators.combine(requests, paths)
        .as((request, path) -> Edits.of(request).path(path));
  }
}
