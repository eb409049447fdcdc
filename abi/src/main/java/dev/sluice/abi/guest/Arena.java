package dev.sluice.abi.guest;

import dev.sluice.abi.Bytes;

/**
 * Where bytes cross the border. What the host hands over and what a callback sends is bumped off one run of memory
 * that starts anew after each callback: no free list, nothing to leak. Constants live apart from it and stay.
 *
 * <p>The arena doubles when it is too small and keeps its size: its bound is the largest sum of buffers a single
 * callback ever held.
 */
final class Arena {
  /** Words that hostcalls write their results to; the first two together also take 64 bits. */
  static final int FIRST_RESULT = LinearMemory.base();

  static final int SECOND_RESULT = FIRST_RESULT + 4;
  static final int THIRD_RESULT = FIRST_RESULT + 8;

  private static final int RESULTS_SIZE = 16;

  private static int constantsTop = FIRST_RESULT + RESULTS_SIZE;
  private static int constantsEnd = firstPageEnd();
  private static int start = constantsEnd;
  private static int top = start;
  private static int end = LinearMemory.initialSize();
  private static int memoryEnd = end;
  private static int depth;

  private Arena() {}

  private static int firstPageEnd() {
    return (FIRST_RESULT / LinearMemory.PAGE + 1) * LinearMemory.PAGE;
  }

  /** A callback begins. Callbacks may nest: a host can call back from within a hostcall. */
  static void enter() {
    depth++;
  }

  /** A callback ends; with the outermost one all that was allocated is free again. */
  static void leave() {
    depth--;
    if (depth <= 0) {
      depth = 0;
      top = start;
    }
  }

  /** Room for {@code size} bytes until the current callback returns, 0 where there is none. */
  static int allocate(int size) {
    if (size < 0) {
      return 0;
    }
    int wanted = (size + 7) & ~7;
    if (wanted < 0 || (wanted > end - top && !extend(wanted))) {
      return 0;
    }
    int address = top;
    top += wanted;
    return address;
  }

  private static boolean extend(int wanted) {
    int held = end - start;
    int pages = pagesFor(Math.max(wanted, held));
    int fresh = grow(pages);
    if (fresh < 0) {
      pages = pagesFor(wanted);
      fresh = grow(pages);
      if (fresh < 0) {
        return false;
      }
    }
    if (fresh != end) {
      start = fresh;
      top = fresh;
    }
    end = fresh + pages * LinearMemory.PAGE;
    return true;
  }

  /** Where the new pages begin, -1 where the host has no more. */
  private static int grow(int pages) {
    int before = LinearMemory.grow(pages);
    if (before < 0) {
      return -1;
    }
    memoryEnd = (before + pages) * LinearMemory.PAGE;
    return before * LinearMemory.PAGE;
  }

  /** Whether a host that says so can have put bytes there. */
  static boolean holds(int address, int length) {
    return address > 0 && length >= 0 && address <= memoryEnd - length;
  }

  private static int pagesFor(int bytes) {
    return (bytes >>> 16) + 1;
  }

  /**
   * Where these bytes stand in linear memory: constants for good, anything else until the callback returns. Where the
   * host has no more memory, an {@link OutOfMemoryError}: whatever stands at address 0 must not be sent in their place.
   */
  static int place(Bytes bytes) {
    if (bytes.isEmpty()) {
      return 0;
    }
    if (bytes.isConstant()) {
      return bytes.pin() != 0 ? bytes.pin() : keep(bytes);
    }
    int address = allocate(bytes.length());
    if (address == 0) {
      throw exhausted();
    }
    LinearMemory.write(address, bytes);
    return address;
  }

  /** Like {@link #place(Bytes)}, for the first {@code size} bytes of an array. */
  static int place(byte[] bytes, int size) {
    if (size == 0) {
      return 0;
    }
    int address = allocate(size);
    if (address == 0) {
      throw exhausted();
    }
    LinearMemory.write(address, bytes, size);
    return address;
  }

  private static int keep(Bytes constant) {
    int size = (constant.length() + 7) & ~7;
    if (size > constantsEnd - constantsTop) {
      int pages = pagesFor(size);
      int fresh = grow(pages);
      if (fresh < 0) {
        throw exhausted();
      }
      constantsTop = fresh;
      constantsEnd = fresh + pages * LinearMemory.PAGE;
    }
    int address = constantsTop;
    constantsTop += size;
    LinearMemory.write(address, constant);
    constant.pin(address);
    return address;
  }

  private static OutOfMemoryError exhausted() {
    return new OutOfMemoryError("linear memory");
  }
}
