package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.LongReader;

/** Whole numbers in decimal digits. */
public final class Digits {
  static final long NONE = LongReader.ABSENT;
  private static final int MOST_DIGITS = 19;

  private Digits() {}

  /** The number that these digits alone make up, {@link LongReader#ABSENT} for none and for one beyond the largest. */
  public static long unsigned(Bytes text) {
    return unsigned(text, 0, text.length());
  }

  static long unsigned(Bytes text, int from, int to) {
    if (to <= from) {
      return NONE;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.at(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return NONE;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /** A number in decimal, a minus sign before a negative one. It is not {@link LongReader#ABSENT}. */
  public static Bytes text(long number) {
    byte[] out = new byte[MOST_DIGITS + 1];
    int start = out.length;
    long rest = number < 0 ? -number : number;
    do {
      out[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      out[--start] = '-';
    }
    return Bytes.wrap(out).slice(start, out.length);
  }
}
