package dev.sluice.bridge.probe;

import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.abi.event.HostCallbacksFactory;

/** A fingerprint of each function of Math over a large sample: one different bit anywhere changes it. */
public final class MathFunctions implements HostCallbacksFactory {
  /** Arguments of each function. */
  public static final int SAMPLE = 20_000;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private static final String[] NAMES = {"sin", "cos", "tan", "asin", "acos", "atan", "exp", "expm1", "log", "log10",
      "log1p", "cbrt", "sinh", "cosh", "tanh", "sqrt", "floor", "ceil", "rint", "round", "pow", "atan2", "hypot",
      "IEEEremainder", "signum", "toRadians", "ulp", "nextUp", "getExponent", "scalb", "float to int",
      "double to long"};

  public static final int COUNT = NAMES.length;

  @Override
  public HostCallbacks create(Hostcalls host) {
    return new ProbeCallbacks(host, MathFunctions::fingerprint);
  }

  /** The name of a function. */
  public static String name(int function) {
    return NAMES[function];
  }

  /** The name of a function and its fingerprint. */
  public static String fingerprint(int function) {
    long hash = FNV_OFFSET;
    long state = 42;
    for (int i = 0; i < SAMPLE; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      double a = argument(state, i);
      double b = argument(state * 31 + 7, i + 1);
      long bits = result(function, a, b);
      hash = (hash ^ bits) * FNV_PRIME;
    }
    return NAMES[function] + " " + Long.toHexString(hash);
  }

  /** Any double at all, small ones, and the borders. */
  private static double argument(long random, int i) {
    return switch (i % 8) {
      case 0 -> Double.longBitsToDouble(random);
      case 1 -> (random >> 40) / 1024.0;
      case 2 -> (random >> 11) * 0x1.0p-52;
      case 3 -> (random >>> 60) - 8;
      case 4 -> (random >> 20) * 1e-3;
      case 5 -> i % 64 == 5 ? Double.NaN : i % 64 == 13 ? Double.POSITIVE_INFINITY : i % 64 == 21 ? -0.0 : 0.5;
      case 6 -> (random >> 54) / 8.0;
      default -> Double.MIN_VALUE * (random >>> 50);
    };
  }

  private static long result(int function, double a, double b) {
    return switch (function) {
      case 0 -> bits(StrictMath.sin(a));
      case 1 -> bits(StrictMath.cos(a));
      case 2 -> bits(StrictMath.tan(a));
      case 3 -> bits(StrictMath.asin(a));
      case 4 -> bits(StrictMath.acos(a));
      case 5 -> bits(StrictMath.atan(a));
      case 6 -> bits(StrictMath.exp(a));
      case 7 -> bits(StrictMath.expm1(a));
      case 8 -> bits(StrictMath.log(a));
      case 9 -> bits(StrictMath.log10(a));
      case 10 -> bits(StrictMath.log1p(a));
      case 11 -> bits(StrictMath.cbrt(a));
      case 12 -> bits(StrictMath.sinh(a));
      case 13 -> bits(StrictMath.cosh(a));
      case 14 -> bits(StrictMath.tanh(a));
      case 15 -> bits(Math.sqrt(a));
      case 16 -> bits(Math.floor(a));
      case 17 -> bits(Math.ceil(a));
      case 18 -> bits(Math.rint(a));
      case 19 -> Math.round(a);
      case 20 -> bits(StrictMath.pow(a, b));
      case 21 -> bits(StrictMath.atan2(a, b));
      case 22 -> bits(StrictMath.hypot(a, b));
      case 23 -> bits(StrictMath.IEEEremainder(a, b));
      case 24 -> bits(Math.signum(a));
      case 25 -> bits(Math.toRadians(a));
      case 26 -> bits(Math.ulp(a));
      case 27 -> bits(Math.nextUp(a));
      case 28 -> Math.getExponent(a);
      case 29 -> bits(Math.scalb(a, (int) b % 2000));
      case 30 -> (int) (float) a;
      case 31 -> (long) a;
      default -> throw new IllegalArgumentException("no function " + function);
    };
  }

  private static long bits(double value) {
    return Double.doubleToLongBits(value);
  }
}
