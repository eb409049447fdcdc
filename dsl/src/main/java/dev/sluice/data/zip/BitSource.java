package dev.sluice.data.zip;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/** Bits out of chunks, lowest first. A step that runs out of them is taken back and tried again with more. */
final class BitSource {
  private Bytes bytes = Bytes.EMPTY;
  private int at;
  private int held;
  private int heldBits;
  private int markAt;
  private int markHeld;
  private int markBits;
  private boolean starved;

  void add(Bytes chunk) {
    int left = bytes.length() - at;
    bytes = left == 0 ? chunk : new ByteSink(left + chunk.length()).put(bytes, at, bytes.length()).put(chunk).bytes();
    at = 0;
  }

  void mark() {
    markAt = at;
    markHeld = held;
    markBits = heldBits;
    starved = false;
  }

  void rollBack() {
    at = markAt;
    held = markHeld;
    heldBits = markBits;
  }

  /** Whether more was taken since the mark than there is. */
  boolean isStarved() {
    return starved;
  }

  /** So many bits, at most 16; 0 where there are too few. */
  int take(int count) {
    while (heldBits < count) {
      if (at == bytes.length()) {
        starved = true;
        return 0;
      }
      held |= (bytes.at(at++) & 0xff) << heldBits;
      heldBits += 8;
    }
    int value = held & (1 << count) - 1;
    held >>>= count;
    heldBits -= count;
    return value;
  }

  void align() {
    take(heldBits & 7);
  }

  boolean isEmpty() {
    return heldBits == 0 && at == bytes.length();
  }

  /** Bytes that were added and not taken. */
  int left() {
    return bytes.length() - at;
  }
}
