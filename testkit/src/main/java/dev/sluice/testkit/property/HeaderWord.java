package dev.sluice.testkit.property;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A header that something is said about, see {@link RequestWords#header}. */
public record HeaderWord(String name) {
  private static final int MOST_VALUES = 3;

  /** It is not there. */
  public RequestCondition absent() {
    return values(Arbitraries.just(List.of()));
  }

  /** It is there once or several times, always empty. */
  public RequestCondition empty() {
    return values(Arbitraries.just(Bytes.EMPTY).list().ofMinSize(1).ofMaxSize(2));
  }

  /** It is not there or empty. */
  public RequestCondition missing() {
    return values(Arbitraries.just(Bytes.EMPTY).list().ofMaxSize(2));
  }

  /** It is there with one value that is not empty. */
  public RequestCondition present() {
    return values(Fields.filledValues().map(List::of));
  }

  /** It is there more than once, with the same or other values. */
  public RequestCondition repeated() {
    return values(Fields.values().list().ofMinSize(2).ofMaxSize(MOST_VALUES));
  }

  /** It has this value and no other. */
  public RequestCondition is(String value) {
    return in(value);
  }

  /** It has one of these values and no other. */
  public RequestCondition in(String... values) {
    return values(Arbitraries.of(values).map(value -> List.of(Bytes.utf8(value))));
  }

  /** It has one value out of these and no other. */
  public RequestCondition of(Arbitrary<Bytes> values) {
    return values(values.map(List::of));
  }

  /** Anything but one of these values alone: it is not there, has others that may be very like them, or is repeated. */
  public RequestCondition isNot(String... values) {
    Vector<Bytes> forbidden = Vector.of(values).map(Bytes::utf8);
    Arbitrary<Bytes> near = Arbitraries.of(values).flatMap(HeaderWord::near);
    Arbitrary<Bytes> others = Arbitraries.oneOf(near, Fields.values()).filter(value -> !forbidden.contains(value));
    return values(Arbitraries.oneOf(
        others.list().ofMaxSize(1),
        Arbitraries.oneOf(others, Arbitraries.of(forbidden.asJava())).list().ofMinSize(2).ofMaxSize(MOST_VALUES)));
  }

  /** A value that a careless comparison takes for this one. */
  private static Arbitrary<Bytes> near(String value) {
    String swapped = value.chars()
        .mapToObj(c -> String
            .valueOf((char) (Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c))))
        .reduce("", String::concat);
    return Arbitraries.of(value.substring(0, Math.max(value.length() - 1, 0)), value + "x", "x" + value, swapped,
        value + "," + value, value + "\u00e9").map(text -> Bytes.utf8(text.strip()));
  }

  private RequestCondition values(Arbitrary<List<Bytes>> values) {
    return requests -> Combinators.combine(requests, values)
        .as((request, all) -> Edits.of(request).header(name, all));
  }
}
