package dev.sluice.testkit.property;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Bodies, whole and in pieces. */
public final class Bodies {
  private static final int MOST_PIECES = 5;
  private static final int LONGEST_PIECE = 12;
  /** There are 2^15 ways to cut so many bytes. */
  private static final int MOST_CUT = 16;

  private Bodies() {}

  /** One piece that is not empty: words of a format, text, or any bytes. */
  public static Arbitrary<Bytes> pieces() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("a", "b", "ab", "{\"a\":1}", "secret", "\n", "a=b&c").map(Bytes::utf8)),
        Tuple.of(1, Arbitraries.strings()
            .withCharRange(' ', '~')
            .ofMinLength(1)
            .ofMaxLength(LONGEST_PIECE)
            .map(Bytes::latin1)),
        Tuple.of(1, Arbitraries.strings()
            .withCharRange('\u0000', '\u00ff')
            .ofMinLength(1)
            .ofMaxLength(LONGEST_PIECE)
            .map(Bytes::latin1)));
  }

  /** Bodies of no piece, one or several; none of them empty. */
  public static Arbitrary<Vector<Bytes>> inPieces() {
    return pieces().list().ofMaxSize(MOST_PIECES).map(Vector::ofAll);
  }

  /** Ways to cut these bytes into pieces, none of them empty. */
  public static Arbitrary<Vector<Bytes>> cuts(Bytes body) {
    return body.length() < 2
        ? Arbitraries.just(Vector.of(body).reject(Bytes::isEmpty))
        : Arbitraries.integers()
            .between(1, body.length() - 1)
            .set()
            .ofMaxSize(MOST_PIECES)
            .map(places -> cut(body, Vector.ofAll(places).sorted()));
  }

  /**
   * Every way to cut these bytes into pieces, from the whole to one byte at a time.
   *
   * @param body at most 16 bytes
   */
  public static Vector<Vector<Bytes>> everyCut(Bytes body) {
    if (body.length() > MOST_CUT) {
      throw new IllegalArgumentException(body.length() + " bytes can be cut in too many ways; give 16 at most");
    }
    int places = Math.max(body.length() - 1, 0);
    return Vector.range(0, 1 << places)
        .map(mask -> cut(body, Vector.range(0, places).filter(at -> (mask & 1 << at) != 0).map(at -> at + 1)));
  }

  private static Vector<Bytes> cut(Bytes body, Vector<Integer> places) {
    Vector<Integer> ends = places.append(body.length());
    return places.prepend(0).zipWith(ends, body::slice).reject(Bytes::isEmpty);
  }
}
