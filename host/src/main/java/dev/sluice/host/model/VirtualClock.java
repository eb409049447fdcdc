package dev.sluice.host.model;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it, so that every run sees the same times. */
public final class VirtualClock implements HostClock {
  /** Where the clock starts unless told otherwise. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private long epoch;
  private long elapsed;

  public VirtualClock() {
    this(START);
  }

  public VirtualClock(Instant start) {
    epoch = start.getEpochSecond() * 1_000_000_000L + start.getNano();
  }

  /** Moves the clock on; a negative duration is refused. */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time does not go back: " + duration);
    }
    elapsed += duration.toNanos();
    epoch += duration.toNanos();
  }

  @Override
  public long epochNanos() {
    return epoch;
  }

  @Override
  public long monotonicNanos() {
    return elapsed;
  }
}
