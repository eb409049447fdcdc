package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

final class Chunks {
  private Chunks() {}

  static Bytes join(Bytes left, Bytes right) {
    if (left.isEmpty()) {
      return right;
    }
    return right.isEmpty() ? left : new ByteSink(left.length() + right.length()).put(left).put(right).bytes();
  }
}
