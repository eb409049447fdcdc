package dev.sluice.testkit.property;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.testkit.http.Headers;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Header fields as a proxy lets them pass (RFC 9110 section 5): values may be empty and need not be UTF-8, but have no
 * white space at their ends, which is none of theirs on the wire.
 */
public final class Fields {
  private static final int MOST = 4;
  private static final int FIRST_NOT_ASCII = 0x80;

  private Fields() {}

  /** Names of headers that neither the proxy nor HTTP itself acts on. */
  public static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("x-a", "x-b", "x-user-id", "accept", "accept-language", "authorization", "x-tenant", "origin"),
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6).map("x-"::concat));
  }

  /** Values: words, visible ASCII with spaces within, empty ones, and bytes that are no UTF-8. */
  public static Arbitrary<Bytes> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("a", "b", "ann", "1", "text/plain", "Bearer t0ken", "a, b", "").map(Bytes::utf8)),
        Tuple.of(2, texts(' ', '~').map(Bytes::latin1)),
        Tuple.of(1, texts((char) FIRST_NOT_ASCII, '\u00ff').map(Bytes::latin1)));
  }

  private static Arbitrary<String> texts(char from, char to) {
    return Arbitraries.strings().withCharRange(from, to).ofMaxLength(8).map(String::strip);
  }

  /** Values that are there: not only white space. */
  public static Arbitrary<Bytes> filledValues() {
    return values().map(value -> value.isEmpty() ? Bytes.utf8("a") : value);
  }

  /** A few fields, some of them repeated. */
  public static Arbitrary<Headers> headers() {
    return Combinators.combine(names(), values())
        .as((name, value) -> new Header(Bytes.utf8(name), value))
        .list()
        .ofMaxSize(MOST)
        .map(fields -> new Headers(Vector.ofAll(fields)));
  }

  /** Trailers: none mostly. */
  public static Arbitrary<Headers> trailers() {
    return Combinators.combine(Arbitraries.of("x-checksum", "x-t"), values())
        .as((name, value) -> new Header(Bytes.utf8(name), value))
        .list()
        .ofMaxSize(2)
        .map(fields -> new Headers(Vector.ofAll(fields)));
  }
}
