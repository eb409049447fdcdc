package dev.sluice.data.time;

import dev.sluice.abi.Bytes;

/** Digits of dates and times. */
final class TimeText {
  private TimeText() {}

  /** So many digits from this index on, -1 where others or none stand there. */
  static int number(Bytes text, int from, int count) {
    if (from + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.at(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  static boolean is(Bytes text, int at, char wanted) {
    return at < text.length() && text.at(at) == wanted;
  }

  /** The seconds of {@code hh:mm:ss} at this index within its day, -1 for no time. A leap second is one more. */
  static int secondOfDay(Bytes text, int from) {
    int hour = number(text, from, 2);
    int minute = number(text, from + 3, 2);
    int second = number(text, from + 6, 2);
    boolean sound = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60
        && is(text, from + 2, ':') && is(text, from + 5, ':');
    return sound ? 3600 * hour + 60 * minute + second : -1;
  }

  /** Puts so many digits of a number at this index. */
  static void put(byte[] out, int at, int count, int number) {
    int rest = number;
    for (int i = at + count - 1; i >= at; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  static void putTime(byte[] out, int at, int secondOfDay) {
    put(out, at, 2, secondOfDay / 3600);
    out[at + 2] = ':';
    put(out, at + 3, 2, secondOfDay / 60 % 60);
    out[at + 5] = ':';
    put(out, at + 6, 2, secondOfDay % 60);
  }
}
