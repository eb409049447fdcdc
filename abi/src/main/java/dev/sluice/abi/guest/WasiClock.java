package dev.sluice.abi.guest;

import dev.sluice.abi.Decimal;
import org.teavm.interop.Import;

/**
 * The clock behind {@code System.currentTimeMillis} and {@code System.nanoTime}: WASI's, because a host lets a module
 * read it at any time, also while loading, when the clock of Proxy-Wasm is still forbidden.
 */
final class WasiClock {
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private WasiClock() {}

  @Import(module = "wasi_snapshot_preview1", name = "clock_time_get")
  private static native int clockTimeGet(int clock, long precision, int outTime);

  static long currentTimeMillis() {
    return read(REALTIME) / NANOS_PER_MILLI;
  }

  static long nanoTime() {
    return read(MONOTONIC);
  }

  private static long read(int clock) {
    int error = clockTimeGet(clock, 1, Arena.FIRST_RESULT);
    if (error != 0) {
      throw new IllegalStateException("the host's clock failed with WASI error " + Decimal.of(error));
    }
    return LinearMemory.getLong(Arena.FIRST_RESULT);
  }
}
