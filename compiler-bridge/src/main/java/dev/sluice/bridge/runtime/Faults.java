package dev.sluice.bridge.runtime;

/**
 * Tells TeaVM's analysis what it does not know: that nearly any instruction can throw. Its strict mode adds checks for
 * null, bounds and casts after the analysis, so handlers would be compiled as if these exceptions could not arrive, and
 * calling {@code toString} on one would give null or trap. The compiler puts a call of {@link #possible} into what a
 * handler protects while the analysis runs, and takes it out again before code is generated.
 */
public final class Faults {
  private Faults() {}

  public static void possible() {
    throwNull();
    throwBounds();
    throwCast();
    Limits.restore(Limits.enter(0));
  }

  private static void throwNull() {
    throw new NullPointerException();
  }

  private static void throwBounds() {
    throw new ArrayIndexOutOfBoundsException();
  }

  private static void throwCast() {
    throw new ClassCastException();
  }
}
