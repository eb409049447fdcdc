package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/** Numbers with units, such as {@code 1m30s} and {@code 64KiB}. */
final class UnitText {
  private static final long MALFORMED = -1;
  private static final long NANOSECOND = 1;
  private static final long SECOND = 1_000_000_000;
  static final String[] TIMES = {"d", "h", "m", "s", "ms", "us", "ns"};
  private static final long[] NANOSECONDS =
      {24 * 3600 * SECOND, 3600 * SECOND, 60 * SECOND, SECOND, 1_000_000, 1_000, NANOSECOND};
  private static final String[] SIZES = {"GiB", "GB", "MiB", "MB", "KiB", "kB", "KB", "B"};
  private static final long[] BYTES =
      {1L << 30, 1_000_000_000, 1L << 20, 1_000_000, 1L << 10, 1_000, 1_000, 1};

  private UnitText() {}

  /** Nanoseconds, none of a malformed text: parts from the longest unit to the shortest, each at most once. */
  static Option<Long> nanoseconds(String text) {
    long total = 0;
    int at = 0;
    int unit = -1;
    while (at < text.length() || unit < 0) {
      int numberEnd = numberEnd(text, at);
      int end = numberEnd;
      while (end < text.length() && !isOfNumber(text.charAt(end))) {
        end++;
      }
      int next = indexOf(TIMES, text.substring(numberEnd, end));
      long part = next <= unit ? MALFORMED : times(text.substring(at, numberEnd), NANOSECONDS[next]);
      if (part < 0 || total > Long.MAX_VALUE - part) {
        return Option.none();
      }
      total += part;
      unit = next;
      at = end;
    }
    return Option.some(total);
  }

  /** Bytes, none of a malformed text: one number and its unit. */
  static Option<Long> bytes(String text) {
    int end = numberEnd(text, 0);
    int unit = indexOf(SIZES, text.substring(end));
    long bytes = unit < 0 ? MALFORMED : times(text.substring(0, end), BYTES[unit]);
    return bytes < 0 ? Option.none() : Option.some(bytes);
  }

  /** Nanoseconds as {@link #nanoseconds} reads them. */
  static String ofNanoseconds(long nanoseconds) {
    StringBuilder out = new StringBuilder();
    long rest = nanoseconds;
    for (int i = 0; i < TIMES.length; i++) {
      if (rest >= NANOSECONDS[i]) {
        out.append(Decimal.of(rest / NANOSECONDS[i])).append(TIMES[i]);
        rest %= NANOSECONDS[i];
      }
    }
    return out.isEmpty() ? "0s" : out.toString();
  }

  /** Bytes as {@link #bytes} reads them, in the largest unit in which they are whole. */
  static String ofBytes(long bytes) {
    int unit = 0;
    while (bytes == 0 ? unit < SIZES.length - 1 : bytes % BYTES[unit] != 0) {
      unit++;
    }
    return Decimal.of(bytes / BYTES[unit]) + SIZES[unit];
  }

  /** The number, which may have a fraction, in the smallest unit; {@link #MALFORMED} where it is not whole in it. */
  private static long times(String number, long unit) {
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    long value = end == 0 || point == number.length() - 1 ? MALFORMED : 0;
    for (int i = 0; i < end && value >= 0; i++) {
      int digit = number.charAt(i) - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? MALFORMED : 10 * value + digit;
    }
    if (value < 0 || value > Long.MAX_VALUE / unit - 1) {
      return MALFORMED;
    }
    value *= unit;
    long place = unit;
    for (int i = end + 1; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit != 0 && (place == 0 || place % 10 != 0)) {
        return MALFORMED;
      }
      place /= 10;
      value += digit * place;
    }
    return value;
  }

  private static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isOfNumber(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static int indexOf(String[] units, String unit) {
    for (int i = 0; i < units.length; i++) {
      if (units[i].equals(unit)) {
        return i;
      }
    }
    return -1;
  }
}
