package dev.sluice.data.time;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/** Timestamps of the Internet, RFC 3339, a profile of ISO 8601: {@code 2026-11-24T12:34:56.5+01:00}. */
public final class Timestamp {
  private static final int DATE_AND_TIME = 19;

  private Timestamp() {}

  /**
   * Seconds since 1970, fractions dropped. The offset is {@code Z} or {@code +hh:mm}; letters may be small, a space may
   * stand for the T. None for all else.
   */
  public static Option<Long> parse(Bytes text) {
    int year = TimeText.number(text, 0, 4);
    int month = TimeText.number(text, 5, 2);
    int day = TimeText.number(text, 8, 2);
    int second = TimeText.secondOfDay(text, 11);
    boolean sound = year >= 0 && second >= 0 && Civil.exists(year, month, day)
        && TimeText.is(text, 4, '-') && TimeText.is(text, 7, '-')
        && (TimeText.is(text, 10, 'T') || TimeText.is(text, 10, 't') || TimeText.is(text, 10, ' '));
    int at = DATE_AND_TIME;
    if (sound && TimeText.is(text, at, '.')) {
      at++;
      while (TimeText.number(text, at, 1) >= 0) {
        at++;
      }
      sound = at > DATE_AND_TIME + 1;
    }
    if (!sound) {
      return Option.none();
    }
    long local = Civil.day(year, month, day) * Civil.SECONDS_A_DAY + second;
    if (at + 1 == text.length() && (text.at(at) == 'Z' || text.at(at) == 'z')) {
      return Option.some(local);
    }
    int hours = TimeText.number(text, at + 1, 2);
    int minutes = TimeText.number(text, at + 4, 2);
    if (at + 6 != text.length() || hours < 0 || hours > 23 || minutes < 0 || minutes > 59
        || !TimeText.is(text, at + 3, ':') || !TimeText.is(text, at, '+') && !TimeText.is(text, at, '-')) {
      return Option.none();
    }
    int offset = 3600 * hours + 60 * minutes;
    return Option.some(text.at(at) == '-' ? local + offset : local - offset);
  }

  /** {@code 2026-11-24T12:34:56Z}; empty outside of the years 0 to 9999. */
  public static Bytes format(long epochSecond) {
    if (!Civil.holds(epochSecond)) {
      return Bytes.EMPTY;
    }
    long day = Civil.floorDiv(epochSecond, Civil.SECONDS_A_DAY);
    int[] date = Civil.date(day);
    byte[] out = new byte[DATE_AND_TIME + 1];
    TimeText.put(out, 0, 4, date[0]);
    TimeText.put(out, 5, 2, date[1]);
    TimeText.put(out, 8, 2, date[2]);
    out[4] = '-';
    out[7] = '-';
    out[10] = 'T';
    TimeText.putTime(out, 11, (int) (epochSecond - day * Civil.SECONDS_A_DAY));
    out[DATE_AND_TIME] = 'Z';
    return Bytes.wrap(out);
  }
}
