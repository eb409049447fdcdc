package dev.sluice.data.zip;

/** The codes of a block, RFC 1951 sections 3.2.5 to 3.2.7. */
final class InflateTables {
  private static final int LITERALS = 288;
  private static final int DISTANCES = 30;

  final Huffman literals = new Huffman();
  final Huffman distances = new Huffman();
  private final int[] lengths = new int[LITERALS + 32];

  void fixed() {
    for (int i = 0; i < LITERALS; i++) {
      lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    literals.build(lengths, 0, LITERALS);
    for (int i = 0; i < 32; i++) {
      lengths[i] = 5;
    }
    distances.build(lengths, 0, 32);
  }

  /** Reads the codes of a block that brings its own; false where they are malformed. */
  boolean read(BitSource bits) {
    int literalCount = bits.take(5) + 257;
    int distanceCount = bits.take(5) + 1;
    int codeCount = bits.take(4) + 4;
    if (literalCount > 286 || distanceCount > DISTANCES) {
      return false;
    }
    for (int i = 0; i < 19; i++) {
      lengths[i] = 0;
    }
    for (int i = 0; i < codeCount; i++) {
      // 16, 17, 18, 0, then from the middle outwards: 8, 7, 9, 6, 10, ...
      int place = i < 3 ? 16 + i : i == 3 ? 0 : (i & 1) == 0 ? 6 + (i >> 1) : 9 - (i >> 1);
      lengths[place] = bits.take(3);
    }
    if (!literals.build(lengths, 0, 19)) {
      return false;
    }
    int count = literalCount + distanceCount;
    for (int i = 0; i < count && !bits.isStarved();) {
      int symbol = literals.decode(bits);
      if (symbol < 0 || symbol == 16 && i == 0) {
        return false;
      }
      int value = symbol < 16 ? symbol : symbol == 16 ? lengths[i - 1] : 0;
      int times =
          symbol < 16 ? 1 : symbol == 16 ? 3 + bits.take(2) : symbol == 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      if (i + times > count) {
        return false;
      }
      for (; times > 0; times--) {
        lengths[i++] = value;
      }
    }
    return lengths[256] != 0
        && literals.build(lengths, 0, literalCount)
        && distances.build(lengths, literalCount, distanceCount);
  }

  /** A length's number and its extra bits; -1 for a number that there is not. */
  static int length(int number, BitSource bits) {
    if (number > 28) {
      return -1;
    }
    if (number == 28) {
      return 258;
    }
    int extra = number < 8 ? 0 : (number >> 2) - 1;
    return (number < 8 ? number : (4 + (number & 3)) << extra) + 3 + bits.take(extra);
  }

  /** A distance's number and its extra bits; -1 for a number that there is not. */
  static int distance(int number, BitSource bits) {
    if (number < 0 || number >= DISTANCES) {
      return -1;
    }
    int extra = number < 4 ? 0 : (number >> 1) - 1;
    return (number < 4 ? number : (2 + (number & 1)) << extra) + 1 + bits.take(extra);
  }
}
