package dev.sluice.data.stream;

import dev.sluice.abi.Bytes;

/**
 * UTF-8 whose characters may be cut by the borders of chunks. The texts it gives, one behind the other, are what
 * {@link Bytes#utf8()} gives for all chunks at once. Keeps at most three bytes.
 */
public final class Utf8Stream {
  private Bytes carry = Bytes.EMPTY;

  /** The characters that are complete by now. */
  public String push(Bytes chunk) {
    Bytes all = Chunks.join(carry, chunk);
    int cut = all.length() - unfinished(all);
    carry = all.slice(cut, all.length());
    return all.slice(0, cut).utf8();
  }

  /** What is left at the end: U+FFFD if a character is unfinished, else nothing. */
  public String end() {
    String rest = carry.utf8();
    carry = Bytes.EMPTY;
    return rest;
  }

  /** How many bytes at the end could become a character with more of them. */
  private static int unfinished(Bytes bytes) {
    int length = bytes.length();
    for (int back = 1; back <= 3 && back <= length; back++) {
      int b = bytes.at(length - back) & 0xff;
      if (b < 0x80 || b > 0xf4) {
        return 0;
      }
      if (b >= 0xc2) {
        int size = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
        return size > back && (back == 1 || isSecond(b, bytes.at(length - back + 1) & 0xff)) ? back : 0;
      }
      if (b >= 0xc0) {
        return 0;
      }
    }
    return 0;
  }

  /** The second byte's range depends on the first: no overlong forms, nothing above U+10FFFF. */
  private static boolean isSecond(int lead, int second) {
    return second >= (lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80) && second <= (lead == 0xf4 ? 0x8f : 0xbf);
  }
}
