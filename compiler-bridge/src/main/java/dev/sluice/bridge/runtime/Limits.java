package dev.sluice.bridge.runtime;

import dev.sluice.abi.Decimal;

/**
 * Limits that WebAssembly enforces with a trap, enforced with an exception before that.
 *
 * <p>The depth counts only methods that can call themselves through others; the compiler puts {@link #enter} and
 * {@link #leave} around these, and {@link #restore} where an exception is caught, since a throw skips the leaving.
 */
public final class Limits {
  /**
   * Nested calls of recursive methods. V8 gives a worker's stack a little less than 1 MiB and the largest frames of
   * compiled Java seen were below 500 bytes.
   */
  public static final int MAX_DEPTH = 1_500;

  /** Elements of one array: 64 Mi, half of what V8 can make of the widest type. */
  public static final int MAX_ARRAY_LENGTH = 1 << 26;

  private static int depth;

  private Limits() {}

  public static void enter() {
    if (depth >= MAX_DEPTH) {
      throw new StackOverflowError();
    }
    depth++;
  }

  public static void leave() {
    depth--;
  }

  public static int depth() {
    return depth;
  }

  public static void restore(int before) {
    depth = before;
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
