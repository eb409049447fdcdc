package dev.sluice.host.model;

/** The time a guest sees. */
public interface HostClock {

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  long epochNanos();

  /** Nanoseconds since any fixed moment; never goes back. */
  long monotonicNanos();

  /** The machine's clocks. */
  static HostClock system() {
    return SystemClock.INSTANCE;
  }
}
