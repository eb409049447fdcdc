package dev.sluice.host.model;

import java.time.Instant;

enum SystemClock implements HostClock {
  INSTANCE;

  @Override
  public long epochNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }
}
