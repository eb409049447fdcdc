package dev.sluice.data.zip;

/** A canonical Huffman code, RFC 1951 section 3.2.2. */
final class Huffman {
  static final int LONGEST = 15;

  private final int[] count = new int[LONGEST + 1];
  private final int[] symbols = new int[288];

  /** Takes the codes' lengths; false where no decoder could use them. */
  boolean build(int[] lengths, int from, int size) {
    for (int i = 0; i <= LONGEST; i++) {
      count[i] = 0;
    }
    for (int i = 0; i < size; i++) {
      count[lengths[from + i]]++;
    }
    int left = 1;
    int[] offsets = new int[LONGEST + 2];
    for (int i = 1; i <= LONGEST; i++) {
      left = (left << 1) - count[i];
      offsets[i + 1] = offsets[i] + count[i];
      if (left < 0) {
        return false;
      }
    }
    for (int i = 0; i < size; i++) {
      if (lengths[from + i] != 0) {
        symbols[offsets[lengths[from + i]]++] = i;
      }
    }
    // Incomplete is only a code of one symbol, or of none.
    return left == 0 || count[0] + count[1] == size && count[1] <= 1;
  }

  /** The next symbol, -1 for bits that are no code; see {@link BitSource#isStarved()}. */
  int decode(BitSource bits) {
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= bits.take(1);
      int n = count[length];
      if (code - n < first) {
        return symbols[index + code - first];
      }
      index += n;
      first = (first + n) << 1;
      code <<= 1;
    }
    return -1;
  }
}
