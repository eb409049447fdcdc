package dev.sluice.bridge.runtime;

import dev.sluice.abi.Decimal;

/**
 * Limits that WebAssembly enforces with a trap, enforced with an exception before that.
 *
 * <p>Stack is counted for methods only that can call themselves through others; the compiler puts {@link #enter} and
 * {@link #restore} around these, and {@link #restore} where an exception is caught, since a throw skips the way back.
 */
public final class Limits {
  /**
   * Bytes of stack that recursion may use, by the compiler's estimate of each frame. V8 gives a worker 984 KiB; the
   * rest is for what is not counted.
   */
  public static final int MAX_STACK = 512 * 1024;

  /** Elements of one array: 64 Mi, half of what V8 can make of the widest type. */
  public static final int MAX_ARRAY_LENGTH = 1 << 26;

  private static int used;

  private Limits() {}

  /** A recursive method begins that needs this much stack. Returns what {@link #restore} takes when it ends. */
  public static int enter(int frame) {
    int before = used;
    if (before > MAX_STACK - frame) {
      throw new StackOverflowError();
    }
    used = before + frame;
    return before;
  }

  public static int used() {
    return used;
  }

  public static void restore(int before) {
    used = before;
  }

  /** The length as it is, or the exception that Java has for it. */
  public static int arrayLength(int length) {
    if (length < 0) {
      throw new NegativeArraySizeException(Decimal.of(length));
    }
    if (length > MAX_ARRAY_LENGTH) {
      throw new OutOfMemoryError("array of " + Decimal.of(length) + " elements");
    }
    return length;
  }
}
