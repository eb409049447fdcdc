package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;

/** Bodies in pieces. */
final class Pieces {
  private Pieces() {}

  static Bytes join(Vector<Bytes> pieces) {
    if (pieces.size() == 1) {
      return pieces.head();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(piece -> all.writeBytes(piece.toArray()));
    return Bytes.wrap(all.toByteArray());
  }
}
