package dev.sluice.host.model;

import java.time.Duration;

/**
 * What a guest in wasm may take. One that takes more loses its VM, as by a trap; the proxy and the other plugins go on.
 * A plugin that runs on the JVM has no such limits: Java cannot be ended from outside. Objects of WasmGC lie in the heap
 * of the JVM; where that has no room left, the VM of the guest that asked for more ends.
 *
 * @param callbackTime most time for one callback, or for loading, with all hostcalls in it
 * @param memoryBytes most linear memory, in whole pages of 64 KiB; beyond it {@code memory.grow} fails, which the guest
 *     sees
 * @param handedOver most bytes that a guest hands to the host in one callback, in whatever hostcalls; each of these
 *     counts at least 256 bytes
 */
public record GuestLimits(Duration callbackTime, long memoryBytes, long handedOver) {
  private static final GuestLimits STANDARD = new GuestLimits(Duration.ofSeconds(10), 1L << 30, 1L << 27);

  public GuestLimits {
    if (callbackTime.isNegative() || callbackTime.isZero() || memoryBytes <= 0 || handedOver <= 0) {
      throw new IllegalArgumentException("limits are positive, not " + callbackTime + ", " + memoryBytes + ", "
          + handedOver);
    }
  }

  /** 10 seconds; 1 GiB of memory, as in Envoy; 128 MiB handed over. */
  public static GuestLimits standard() {
    return STANDARD;
  }

  public GuestLimits withCallbackTime(Duration most) {
    return new GuestLimits(most, memoryBytes, handedOver);
  }

  public GuestLimits withMemoryBytes(long most) {
    return new GuestLimits(callbackTime, most, handedOver);
  }

  public GuestLimits withHandedOver(long most) {
    return new GuestLimits(callbackTime, memoryBytes, most);
  }
}
