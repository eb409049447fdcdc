package dev.sluice.testkit.property;

import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Requests that a proxy lets pass: of every usual method, with repeated, empty and non-UTF-8 headers, queries of all
 * shapes, bodies whole and in pieces, and trailers.
 */
public final class Requests {
  private Requests() {}

  /** Any of them. */
  public static Arbitrary<Request> any() {
    return Arbitraries.frequencyOf(Tuple.of(3, withoutBody()), Tuple.of(2, withBody()));
  }

  /** Requests that end with their headers. */
  public static Arbitrary<Request> withoutBody() {
    return Combinators.combine(Arbitraries.of("GET", "GET", "HEAD", "DELETE", "OPTIONS", "POST"), targets(),
        authorities(), Fields.headers())
        .as((method, target, authority, headers) -> request(method, target, authority, headers));
  }

  /** Requests with a body, some of them with trailers. */
  public static Arbitrary<Request> withBody() {
    return Combinators.combine(Arbitraries.of("POST", "PUT", "PATCH"), targets(), authorities(), Fields.headers(),
        Bodies.inPieces().filter(pieces -> !pieces.isEmpty()), Fields.trailers())
        .as((method, target, authority, headers, pieces, trailers) -> new Request(
            method, target, authority, headers, pieces, trailers, Vector.empty()));
  }

  private static Request request(String method, String target, String authority, Headers headers) {
    return new Request(method, target, authority, headers, Vector.empty(), Headers.EMPTY, Vector.empty());
  }

  /** Paths, many with a query. */
  public static Arbitrary<String> targets() {
    return Combinators.combine(paths(), queries()).as(String::concat);
  }

  /** Paths without a query. */
  public static Arbitrary<String> paths() {
    return Arbitraries.of("", "a", "b", "admin", "v1", "users", "7", "a%20b", "%2e", "A", "~x", ";p=1", "reports")
        .list()
        .ofMaxSize(3)
        .map(segments -> "/" + String.join("/", segments));
  }

  private static Arbitrary<String> queries() {
    Arbitrary<String> parameter = Combinators.combine(Arbitraries.of("q", "q", "id", "a%62", ""),
        Arbitraries.of("", "=", "=1", "=a+b", "=%41", "=%0d%0a", "=%ff", "=a=b", "=%")).as(String::concat);
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just("")),
        Tuple.of(2, parameter.list().ofMaxSize(3).map(all -> "?" + String.join("&", all))));
  }

  private static Arbitrary<String> authorities() {
    return Arbitraries.of("localhost", "localhost", "example.com", "example.com:8443", "[::1]:80");
  }
}
