package dev.sluice.host.model;

import java.time.Duration;

/** Has work done on a worker's thread, later. What it does never interrupts work of that thread. */
public interface Dispatcher {

  /** Does this when the worker's current work is done, in the order of the calls. Safe to call from any thread. */
  void post(Runnable work);

  /** Does this once, when the time is over, unless it is cancelled before. */
  Timer after(Duration delay, Runnable work);

  /** Work that waits for its time. */
  @FunctionalInterface
  interface Timer {
    /** The work is not done any more; nothing happens where it has been done. */
    void cancel();
  }
}
