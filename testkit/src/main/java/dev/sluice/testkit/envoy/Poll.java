package dev.sluice.testkit.envoy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks again and again until something is so, as a process tells it only when asked. */
final class Poll {
  /** Between two questions; the wait ends early when the process does. */
  private static final long PACE_MILLIS = 10;

  private Poll() {}

  @FunctionalInterface
  interface Condition {
    boolean holds();
  }

  enum Outcome {
    REACHED,
    ENDED,
    TIMED_OUT
  }

  static Outcome until(Condition condition, Process process, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      if (holds(condition)) {
        return Outcome.REACHED;
      }
      if (System.nanoTime() - deadline > 0) {
        return Outcome.TIMED_OUT;
      }
      try {
        if (process.waitFor(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
          return Outcome.ENDED;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a process", e);
      }
    }
  }

  /** A process that ends while it is being asked breaks the connection: that is an end, not an error. */
  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
