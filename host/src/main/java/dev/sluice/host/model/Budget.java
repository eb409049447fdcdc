package dev.sluice.host.model;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that all state which VMs share may take up together, so that no guest makes the host grow without bound. */
final class Budget {
  /** What an entry costs besides its bytes: about what the host's own objects for it take. */
  private static final int ENTRY = 64;

  private final AtomicLong left;

  Budget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** Takes room for one entry of this many bytes; false, and nothing taken, where there is not as much left. */
  boolean take(long bytes) {
    return spend(bytes + ENTRY);
  }

  /** An entry changes its size; false, and nothing taken, where there is not as much left. */
  boolean resize(long from, long to) {
    return spend(to - from);
  }

  /** An entry of this many bytes is gone. */
  void give(long bytes) {
    left.addAndGet(bytes + ENTRY);
  }

  private boolean spend(long cost) {
    if (left.addAndGet(-cost) >= 0 || cost <= 0) {
      return true;
    }
    left.addAndGet(cost);
    return false;
  }
}
