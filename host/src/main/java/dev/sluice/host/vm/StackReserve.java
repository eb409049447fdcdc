package dev.sluice.host.vm;

/**
 * Room on the stack for the host's own code. A guest can use up its stack and make a hostcall at the very end of it; an
 * overflow in the middle of the host's code would leave half-made changes, and classes that never initialise again.
 */
final class StackReserve {
  /** Some 30 bytes each at least, whatever the JVM makes of them. */
  private static final int FRAMES = 8_192;

  private StackReserve() {}

  /** A {@link StackOverflowError} where there is not enough room. */
  static void check() {
    if (descend(FRAMES) != FRAMES) {
      throw new AssertionError("the frames of the reserve were not counted right");
    }
  }

  private static int descend(int frames) {
    return frames == 0 ? 0 : 1 + descend(frames - 1);
  }
}
