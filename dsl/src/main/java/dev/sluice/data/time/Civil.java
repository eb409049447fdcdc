package dev.sluice.data.time;

/** The Gregorian calendar as a count of days, for all years from 0 to 9999. */
final class Civil {
  static final int SECONDS_A_DAY = 86_400;
  private static final int DAYS_IN_400_YEARS = 146_097;
  /** From 0000-03-01, where the arithmetic begins, to 1970-01-01. */
  private static final int EPOCH = 719_468;
  /** The first and the last second of those years. */
  private static final long FIRST = day(0, 1, 1) * SECONDS_A_DAY;
  private static final long LAST = day(10_000, 1, 1) * SECONDS_A_DAY - 1;

  private Civil() {}

  /** Days since 1970-01-01 of a date that exists. */
  static long day(int year, int month, int day) {
    // Years begin in March, so that a leap day is a year's last.
    long y = month <= 2 ? year - 1 : year;
    long yearDay = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return 365 * y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + yearDay - EPOCH;
  }

  /** Whether the second lies in those years. */
  static boolean holds(long epochSecond) {
    return epochSecond >= FIRST && epochSecond <= LAST;
  }

  static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Year, month and day of so many days since 1970-01-01. */
  static int[] date(long days) {
    long shifted = days + EPOCH;
    long era = floorDiv(shifted, DAYS_IN_400_YEARS);
    long dayOfEra = shifted - era * DAYS_IN_400_YEARS;
    long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long month = (5 * dayOfYear + 2) / 153;
    int day = (int) (dayOfYear - (153 * month + 2) / 5 + 1);
    int civilMonth = (int) (month < 10 ? month + 3 : month - 9);
    return new int[] {(int) (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)), civilMonth, day};
  }

  /** Rounded down. */
  static long floorDiv(long a, long b) {
    return a / b - (a % b < 0 ? 1 : 0);
  }
}
