package dev.sluice.data.time;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/** The dates of HTTP headers, RFC 9110 section 5.6.7: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
public final class HttpDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "ThuFriSatSunMonTueWed";
  private static final Bytes GMT = Bytes.utf8(" GMT");
  private static final int PREFERRED_LENGTH = 29;
  private static final int ASCTIME_LENGTH = 24;

  private HttpDate() {}

  /**
   * Seconds since 1970. All three forms that a recipient has to accept; the name of the day is not looked at. Of the
   * obsolete form with two digits of the year, those from 70 on are of the twentieth century. None for all else.
   */
  public static Option<Long> parse(Bytes text) {
    if (text.length() == ASCTIME_LENGTH) {
      return asctime(text);
    }
    int comma = text.indexOf(',', 0);
    if (comma < 0 || !text.endsWith(GMT) || !TimeText.is(text, comma + 1, ' ')) {
      return Option.none();
    }
    if (comma == 3 && text.length() == PREFERRED_LENGTH) {
      boolean spaces = TimeText.is(text, 7, ' ') && TimeText.is(text, 11, ' ') && TimeText.is(text, 16, ' ');
      return time(spaces, text, TimeText.number(text, 12, 4), 8, TimeText.number(text, 5, 2), 17);
    }
    int day = comma + 2;
    int year = TimeText.number(text, day + 7, 2);
    boolean marks =
        TimeText.is(text, day + 2, '-') && TimeText.is(text, day + 6, '-') && TimeText.is(text, day + 9, ' ')
            && year >= 0 && text.length() == day + 22;
    return time(marks, text, year < 70 ? year + 2000 : year + 1900, day + 3, TimeText.number(text, day, 2), day + 10);
  }

  /** {@code Sun Nov  6 08:49:37 1994}. */
  private static Option<Long> asctime(Bytes text) {
    int day = TimeText.is(text, 8, ' ') ? TimeText.number(text, 9, 1) : TimeText.number(text, 8, 2);
    boolean spaces = TimeText.is(text, 3, ' ') && TimeText.is(text, 7, ' ') && TimeText.is(text, 10, ' ')
        && TimeText.is(text, 19, ' ');
    return time(spaces, text, TimeText.number(text, 20, 4), 4, day, 11);
  }

  private static Option<Long> time(boolean sound, Bytes text, int year, int monthAt, int day, int timeAt) {
    int month = sound ? month(text, monthAt) : 0;
    int second = TimeText.secondOfDay(text, timeAt);
    return year < 0 || second < 0 || !Civil.exists(year, month, day)
        ? Option.none()
        : Option.some(Civil.day(year, month, day) * Civil.SECONDS_A_DAY + second);
  }

  /** 1 to 12, 0 for no month. */
  private static int month(Bytes text, int at) {
    for (int month = 0; month < 12; month++) {
      boolean same = true;
      for (int i = 0; i < 3; i++) {
        same &= text.at(at + i) == MONTHS.charAt(3 * month + i);
      }
      if (same) {
        return month + 1;
      }
    }
    return 0;
  }

  /** The preferred form; empty outside of the years 0 to 9999. */
  public static Bytes format(long epochSecond) {
    if (!Civil.holds(epochSecond)) {
      return Bytes.EMPTY;
    }
    long day = Civil.floorDiv(epochSecond, Civil.SECONDS_A_DAY);
    int[] date = Civil.date(day);
    byte[] out = Bytes.utf8("Ddd, 00 Mmm 0000 00:00:00 GMT").toArray();
    int weekday = (int) (day - 7 * Civil.floorDiv(day, 7));
    for (int i = 0; i < 3; i++) {
      out[i] = (byte) DAYS.charAt(3 * weekday + i);
      out[8 + i] = (byte) MONTHS.charAt(3 * (date[1] - 1) + i);
    }
    TimeText.put(out, 5, 2, date[2]);
    TimeText.put(out, 12, 4, date[0]);
    TimeText.putTime(out, 17, (int) (epochSecond - day * Civil.SECONDS_A_DAY));
    return Bytes.wrap(out);
  }
}
