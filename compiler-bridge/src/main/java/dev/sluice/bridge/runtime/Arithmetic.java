package dev.sluice.bridge.runtime;

/**
 * Division as Java defines it (JLS 15.17.2, 15.17.3). The instructions of WebAssembly trap where Java throws (division
 * by zero) or wraps around ({@code MIN_VALUE / -1}), and a trap kills the VM of the whole worker.
 */
public final class Arithmetic {
  private Arithmetic() {}

  public static int divide(int dividend, int divisor) {
    if (divisor == -1) {
      return -dividend;
    }
    return dividend / checked(divisor);
  }

  public static long divide(long dividend, long divisor) {
    if (divisor == -1) {
      return -dividend;
    }
    return dividend / checked(divisor);
  }

  public static int remainder(int dividend, int divisor) {
    return divisor == -1 ? 0 : dividend % checked(divisor);
  }

  public static long remainder(long dividend, long divisor) {
    return divisor == -1 ? 0 : dividend % checked(divisor);
  }

  /** For the unsigned operations, which only zero can make trap. */
  public static int checked(int divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return divisor;
  }

  /** For the unsigned operations, which only zero can make trap. */
  public static long checked(long divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return divisor;
  }
}
