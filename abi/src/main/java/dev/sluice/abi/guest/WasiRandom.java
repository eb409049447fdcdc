package dev.sluice.abi.guest;

import dev.sluice.abi.Decimal;
import org.teavm.interop.Import;

/**
 * The randomness behind {@code SecureRandom}, {@code Math.random} and unseeded {@code Random}s: WASI's
 * {@code random_get}; Proxy-Wasm has none of its own.
 */
final class WasiRandom {
  /** The most that a host gives in one call (proxy-wasm-cpp-host limits.h). */
  private static final int MAX_CHUNK = 65_536;

  private WasiRandom() {}

  @Import(module = "wasi_snapshot_preview1", name = "random_get")
  private static native int randomGet(int buffer, int size);

  static void nextBytes(byte[] out) {
    Arena.enter();
    try {
      for (int done = 0; done < out.length;) {
        int size = Math.min(out.length - done, MAX_CHUNK);
        int address = Arena.allocate(size);
        int error = address == 0 ? -1 : randomGet(address, size);
        if (error != 0) {
          throw new IllegalStateException("the host's random numbers failed with WASI error " + Decimal.of(error));
        }
        for (int i = 0; i < size; i++) {
          out[done + i] = LinearMemory.get(address + i);
        }
        done += size;
      }
    } finally {
      Arena.leave();
    }
  }

  /** A number from 0 (inclusive) to 1 (exclusive) with 53 random bits. */
  static double nextDouble() {
    if (randomGet(Arena.FIRST_RESULT, Long.BYTES) != 0) {
      throw new IllegalStateException("the host gives no random numbers");
    }
    return (LinearMemory.getLong(Arena.FIRST_RESULT) >>> 11) * 0x1.0p-53;
  }
}
