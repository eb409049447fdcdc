package dev.sluice.settings;

import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/**
 * A number exactly as JSON writes it: {@code digits} times ten to the power of {@code exponent}. It has at most 18
 * significant digits; with more, no {@code double} would show them either.
 *
 * @param digits not divisible by ten, or 0
 */
record DecimalNumber(boolean negative, long digits, int exponent) {
  /** Of digits in all, and behind the point. */
  static final int MOST_DIGITS = 18;

  private static final int EXPONENT_LIMIT = 10_000;
  private static final long EXACT_AS_DOUBLE = 1L << 53;
  private static final long ENOUGH_BITS = 1L << 55;

  /** None for a number that is outside of the limits. The text is a number of JSON. */
  static Option<DecimalNumber> parse(String text) {
    boolean negative = text.charAt(0) == '-';
    long digits = 0;
    int count = 0;
    int exponent = 0;
    boolean fraction = false;
    int at = negative ? 1 : 0;
    int zeros = 0;
    for (; at < text.length() && (text.charAt(at) | 0x20) != 'e'; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        fraction = true;
        continue;
      }
      exponent -= fraction ? 1 : 0;
      if (c == '0') {
        // Zeros count once a digit follows.
        zeros += digits == 0 ? 0 : 1;
        continue;
      }
      count += digits == 0 ? 1 : zeros + 1;
      if (count > MOST_DIGITS) {
        return Option.none();
      }
      digits = digits * power(zeros + (digits == 0 ? 0 : 1)) + (c - '0');
      zeros = 0;
    }
    long given = exponent + (long) zeros + (at < text.length() ? exponent(text, at + 1) : 0);
    return Math.abs(given) > EXPONENT_LIMIT && digits != 0
        ? Option.none()
        : Option.some(new DecimalNumber(negative, digits, digits == 0 ? 0 : (int) given));
  }

  /** What is written behind the e, cut off far outside of what can be used. */
  private static int exponent(String text, int from) {
    boolean minus = text.charAt(from) == '-';
    int value = 0;
    for (int i = minus || text.charAt(from) == '+' ? from + 1 : from; i < text.length(); i++) {
      value = Math.min(10 * value + (text.charAt(i) - '0'), 100 * EXPONENT_LIMIT);
    }
    return minus ? -value : value;
  }

  /** As a whole number; none where it has a fraction or is too large. */
  Option<Long> whole() {
    if (exponent < 0 || exponent > MOST_DIGITS || digits > Long.MAX_VALUE / power(exponent)) {
      return digits == 0 ? Option.some(0L) : Option.none();
    }
    long value = digits * power(exponent);
    return Option.some(negative ? -value : value);
  }

  /** The nearest {@code double}; none for one beyond ten to the 18th or with more than 18 digits behind the point. */
  Option<Double> nearest() {
    if (exponent >= 0) {
      Option<Long> whole = whole();
      return whole.isEmpty() ? Option.none() : Option.some((double) whole.get() * (negative && digits == 0 ? -1 : 1));
    }
    if (exponent < -MOST_DIGITS) {
      return Option.none();
    }
    double value = quotient(digits, power(-exponent));
    return Option.some(negative ? -value : value);
  }

  /** Rounds once: by the hardware where both are exact, else by long division with the rest in the last bit. */
  private static double quotient(long dividend, long divisor) {
    if (dividend < EXACT_AS_DOUBLE && divisor < EXACT_AS_DOUBLE) {
      return (double) dividend / divisor;
    }
    long bits = dividend / divisor;
    long rest = dividend % divisor;
    double scale = 1;
    while (bits < ENOUGH_BITS && rest != 0) {
      rest <<= 1;
      bits <<= 1;
      scale *= 2;
      if (rest >= divisor) {
        rest -= divisor;
        bits |= 1;
      }
    }
    return (rest == 0 ? bits : bits | 1) / scale;
  }

  private static long power(int ten) {
    long power = 1;
    for (int i = 0; i < ten; i++) {
      power *= 10;
    }
    return power;
  }

  /** The shortest text that {@link #nearest} reads as this; of a number that has none with so few digits, 18 of them. */
  static String text(double number) {
    double positive = Math.abs(number);
    long digits = (long) positive;
    int places = 0;
    while (digits < Long.MAX_VALUE / 100 && places < MOST_DIGITS && quotient(digits, power(places)) != positive) {
      places++;
      digits = (long) (positive * power(places) + 0.5);
    }
    String whole = Decimal.of(digits / power(places));
    String sign = number < 0 ? "-" : "";
    if (places == 0) {
      return sign + whole;
    }
    // One in front keeps the zeros behind the point.
    return sign + whole + "." + Decimal.of(power(places) + digits % power(places)).substring(1);
  }
}
