package dev.sluice.host.vm;

import dev.sluice.host.model.VmFailure;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import run.endive.runtime.WasmInterruptedException;

/**
 * Ends calls into one guest that take too long. The engine looks for an interruption of its thread at each call and
 * each branch, so a watching thread interrupts it; but only while the guest's own code runs, never in the middle of a
 * hostcall, whose code may not be meant for that.
 */
final class TimeLimit implements AutoCloseable {
  /** In less time than this no guest comes near the end of a stack of the size that the host's threads have. */
  private static final long SHALLOW_NANOS = 2_000_000;
  private static final long LEAST_CHECK_NANOS = 5_000_000;
  private static final long MOST_CHECK_NANOS = 1_000_000_000;

  private enum State {
    IDLE, GUEST, HOST, ENDING, ENDED
  }

  private final Duration most;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private final Future<?> watch;
  private volatile Thread thread;
  private volatile long began;

  TimeLimit(Duration most) {
    this.most = most;
    long pause = Math.clamp(most.toNanos() / 4, LEAST_CHECK_NANOS, MOST_CHECK_NANOS);
    watch = Watcher.THREAD.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
  }

  /** True while no call is going on. */
  boolean isIdle() {
    return state.get() == State.IDLE;
  }

  /** Runs code of the guest. What runs inside of a hostcall, as the allocator does, has part in the outer call's time. */
  <T> T guest(Supplier<T> code) {
    State before = state.get();
    if (before == State.IDLE) {
      thread = Thread.currentThread();
      began = System.nanoTime();
    }
    state.set(State.GUEST);
    try {
      return code.get();
    } catch (WasmInterruptedException e) {
      throw spent() > most.toNanos() ? over() : e;
    } finally {
      leave(before);
    }
  }

  /** For each step of the interpreter, which itself looks at some only. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new WasmInterruptedException("interrupted");
    }
  }

  /** Runs a hostcall of the guest. */
  int host(IntSupplier hostcall) {
    leave(State.HOST);
    try {
      long spent = spent();
      if (spent > most.toNanos()) {
        throw over();
      }
      if (spent > SHALLOW_NANOS) {
        StackReserve.check();
      }
      return hostcall.getAsInt();
    } finally {
      state.set(State.GUEST);
    }
  }

  private void leave(State next) {
    while (!state.compareAndSet(State.GUEST, next)) {
      switch (state.get()) {
        case GUEST -> {
        }
        case ENDING -> Thread.onSpinWait();
        case ENDED -> {
          Thread.interrupted();
          state.set(next);
          return;
        }
        // The stack overflowed before a hostcall's end could be noted.
        case HOST, IDLE -> {
          state.set(next);
          return;
        }
      }
    }
  }

  private void look() {
    if (state.get() == State.GUEST && spent() > most.toNanos() && state.compareAndSet(State.GUEST, State.ENDING)) {
      // By now this may be another call, which has its time still before it.
      boolean over = spent() > most.toNanos();
      if (over) {
        thread.interrupt();
      }
      state.set(over ? State.ENDED : State.GUEST);
    }
  }

  private long spent() {
    return System.nanoTime() - began;
  }

  private VmFailure over() {
    return new VmFailure("it took longer than " + most.toMillis() + " ms");
  }

  /** No more calls are to come. */
  @Override
  public void close() {
    watch.cancel(false);
  }

  /** One thread looks at all guests. */
  private static final class Watcher {
    static final ScheduledThreadPoolExecutor THREAD = start();

    private static ScheduledThreadPoolExecutor start() {
      ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "sluice-time-limits");
        thread.setDaemon(true);
        return thread;
      });
      executor.setRemoveOnCancelPolicy(true);
      return executor;
    }
  }
}
