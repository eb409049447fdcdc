package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Request;

/**
 * The words of properties over requests, for {@code import static dev.sluice.testkit.property.RequestWords.*;}.
 *
 * <pre>{@code
 * @EveryPlace
 * void nobodyWithoutAUserPasses(PluginUnderTest plugin) {
 *   forAllRequests()
 *       .with(header("x-user-id").absent())
 *       .expect(plugin, exchange -> exchange.status() == 403);
 * }
 * }</pre>
 */
public final class RequestWords {
  private RequestWords() {}

  /** A property over all requests that a proxy lets pass; narrow it with {@link RequestProperty#with}. */
  public static RequestProperty forAllRequests() {
    return RequestProperty.standard();
  }

  /** A header of the request. */
  public static HeaderWord header(String name) {
    return new HeaderWord(name);
  }

  /** The request's path without its query. */
  public static PathWord path() {
    return new PathWord();
  }

  /** Requests of one of these methods; those that have no body by it are left without. */
  public static RequestCondition method(String first, String... others) {
    return new MethodIs(first, others);
  }

  /** Requests that end with their headers. */
  public static RequestCondition withoutBody() {
    return RequestCondition.changing(RequestWords::bare);
  }

  static Request bare(Request request) {
    return Edits.of(request).withoutBody();
  }
}
