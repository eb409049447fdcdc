package dev.sluice.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

final class Pieces {
  private Pieces() {}

  static Bytes join(Bytes left, Bytes right) {
    if (right.isEmpty()) {
      return left;
    }
    return left.isEmpty() ? right : new ByteSink(left.length() + right.length()).put(left).put(right).bytes();
  }
}
