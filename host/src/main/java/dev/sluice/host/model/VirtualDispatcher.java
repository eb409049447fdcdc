package dev.sluice.host.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Work and timers by a {@link VirtualClock}: whoever owns the proxy says when work is done and how far time goes, so
 * that every run is the same. For one thread; several workers on it may share one.
 */
public final class VirtualDispatcher implements Dispatcher {
  private static final int MOST_AT_ONCE = 10_000;
  /** How often timers without delay may give rise to each other before time passes all the same. */
  private static final int MOST_GENERATIONS = 100;
  private static final long PASSING_NANOS = 1_000_000;

  private final VirtualClock clock;
  private final Queue<Runnable> posted = new ArrayDeque<>();
  private final PriorityQueue<Waiting> timers =
      new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::number));
  private long lastNumber;
  private boolean settling;
  private int generation;

  public VirtualDispatcher(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public void post(Runnable work) {
    posted.add(work);
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    long nanos = delay.toNanos();
    if (nanos <= 0) {
      nanos = generation < MOST_GENERATIONS ? 0 : PASSING_NANOS;
    }
    Waiting waiting = new Waiting(clock.monotonicNanos() + nanos, ++lastNumber, generation + 1, work);
    timers.add(waiting);
    return () -> timers.remove(waiting);
  }

  /**
   * Does all work that has been posted, and what that posts, at the current time; nothing inside of such work. Work that
   * gives rise to more of it without end is left for the next time at some point.
   */
  public void settle() {
    if (settling) {
      return;
    }
    settling = true;
    try {
      for (int done = 0; done < MOST_AT_ONCE && !posted.isEmpty(); done++) {
        posted.remove().run();
      }
    } finally {
      settling = false;
    }
  }

  /** Moves time on, as one that passes: all that falls due on the way is done at its time, in order. */
  public void advance(Duration duration) {
    long end = clock.monotonicNanos() + duration.toNanos();
    settle();
    while (next(end)) {
      settle();
    }
    clock.advance(Duration.ofNanos(end - clock.monotonicNanos()));
  }

  /** Moves time on to the next timer, if that is not further away than this, and does its work; false if it is. */
  public boolean next(Duration most) {
    boolean done = next(clock.monotonicNanos() + most.toNanos());
    settle();
    return done;
  }

  private boolean next(long latest) {
    Waiting first = timers.peek();
    if (first == null || first.due > latest) {
      return false;
    }
    timers.remove();
    long passing = Math.max(0, first.due - clock.monotonicNanos());
    clock.advance(Duration.ofNanos(passing));
    generation = passing > 0 ? 0 : first.generation;
    first.work.run();
    return true;
  }

  private record Waiting(long due, long number, int generation, Runnable work) {}
}
