package dev.sluice.bridge.runtime;

/**
 * The parts of {@code java.lang.Math} that TeaVM only approximates and the JDK does not keep in {@code FdLibm}, to the
 * bit as the JDK's documentation defines them.
 */
public final class Doubles {
  private static final double DEGREES_TO_RADIANS = 0.017453292519943295;
  private static final double RADIANS_TO_DEGREES = 57.29577951308232;
  private static final int SCALE_STEP = 512;
  private static final int SCALE_LIMIT = 2_200;
  private static final int FLOAT_SCALE_LIMIT = 400;

  private Doubles() {}

  /** 2 to the n for a normal result: n from -1022 to 1023. */
  public static double powerOfTwo(int n) {
    return Double.longBitsToDouble((n + 1023L) << 52);
  }

  /** The nearest whole number, ties upwards, clamped to long; NaN gives 0. */
  public static long round(double a) {
    double floor = Math.floor(a);
    return (long) (a - floor >= 0.5 ? floor + 1 : floor);
  }

  /** The nearest whole number, ties upwards, clamped to int; NaN gives 0. */
  public static int round(float a) {
    double floor = Math.floor(a);
    return (int) (a - floor >= 0.5 ? floor + 1 : floor);
  }

  public static double toRadians(double degrees) {
    return degrees * DEGREES_TO_RADIANS;
  }

  public static double toDegrees(double radians) {
    return radians * RADIANS_TO_DEGREES;
  }

  public static double ulp(double d) {
    int exponent = Math.getExponent(d);
    if (exponent > Double.MAX_EXPONENT) {
      return Math.abs(d);
    }
    int ulp = exponent - 52;
    if (exponent < Double.MIN_EXPONENT) {
      return Double.MIN_VALUE;
    }
    return ulp >= Double.MIN_EXPONENT ? powerOfTwo(ulp) : Double.longBitsToDouble(1L << (ulp + 1074));
  }

  public static float ulp(float f) {
    int exponent = Math.getExponent(f);
    if (exponent > Float.MAX_EXPONENT) {
      return Math.abs(f);
    }
    return exponent < Float.MIN_EXPONENT ? Float.MIN_VALUE : (float) scalb(1.0, exponent - 23);
  }

  /** d times 2 to the n, rounded once: the small step comes first, so that only the last one can be inexact. */
  public static double scalb(double d, int n) {
    int left = Math.max(-SCALE_LIMIT, Math.min(SCALE_LIMIT, n));
    int first = left % SCALE_STEP;
    double scaled = d * powerOfTwo(first);
    left -= first;
    int step = left < 0 ? -SCALE_STEP : SCALE_STEP;
    double factor = powerOfTwo(step);
    while (left != 0) {
      scaled *= factor;
      left -= step;
    }
    return scaled;
  }

  public static float scalb(float f, int n) {
    return (float) (f * powerOfTwo(Math.max(-FLOAT_SCALE_LIMIT, Math.min(FLOAT_SCALE_LIMIT, n))));
  }
}
