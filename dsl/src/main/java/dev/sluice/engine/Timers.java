package dev.sluice.engine;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.plan.Driver;
import dev.sluice.plan.HostRefusal;

/**
 * What happens after some time, of all root contexts: a binary heap by time, out of which a limit is taken when its hold
 * is over. A host ticks for each root context, at a period that follows the shortest limit; where nothing has been limited
 * for a while, ticking stops.
 */
final class Timers {
  private static final int LONGEST_PERIOD = 100;
  private static final int PARTS = 10;
  private static final int IDLE_TICKS = 50;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Hostcalls host;
  private Timer[] heap = new Timer[16];
  private int count;
  private Ticking[] ticking = {};

  Timers(Hostcalls host) {
    this.host = host;
  }

  /** What happens when a time has come. */
  interface Due {
    void ring();
  }

  /** A root context for which the host ticks. */
  private static final class Ticking {
    final int root;
    int period;
    int limits;
    int idle;

    Ticking(int root) {
      this.root = root;
    }
  }

  private final class Timer implements Driver.Alarm {
    final long at;
    final Ticking ticks;
    final Due due;
    int index;

    Timer(long at, Ticking ticks, Due due) {
      this.at = at;
      this.ticks = ticks;
      this.due = due;
    }

    @Override
    public void cancel() {
      if (index >= 0) {
        remove(this);
      }
    }
  }

  /** Number of limits that are running. */
  int count() {
    return count;
  }

  /** Has something happen after this time, within the root context. */
  Driver.Alarm add(int root, Due due, int millis) {
    Ticking ticks = ticking(root);
    int period = Math.max(1, Math.min(LONGEST_PERIOD, millis / PARTS));
    if (ticks.period == 0 || period < ticks.period) {
      tick(ticks, period);
    }
    ticks.idle = 0;
    ticks.limits++;
    Timer timer = new Timer(now() + millis * NANOS_PER_MILLI, ticks, due);
    if (count == heap.length) {
      Timer[] more = new Timer[2 * count];
      System.arraycopy(heap, 0, more, 0, count);
      heap = more;
    }
    rise(count++, timer);
    return timer;
  }

  /** Takes out something whose time has come, null where there is none any more at this tick. */
  Due due(int root) {
    if (count > 0 && heap[0].at <= now()) {
      Timer first = heap[0];
      remove(first);
      return first.due;
    }
    Ticking ticks = ticking(root);
    if (ticks.limits == 0 && ++ticks.idle > IDLE_TICKS) {
      tick(ticks, 0);
      forget(ticks);
    }
    return null;
  }

  private Ticking ticking(int root) {
    for (Ticking one : ticking) {
      if (one.root == root) {
        return one;
      }
    }
    Ticking[] more = new Ticking[ticking.length + 1];
    System.arraycopy(ticking, 0, more, 0, ticking.length);
    more[ticking.length] = new Ticking(root);
    ticking = more;
    return ticking[ticking.length - 1];
  }

  private void forget(Ticking ticks) {
    Ticking[] fewer = new Ticking[ticking.length - 1];
    int next = 0;
    for (Ticking one : ticking) {
      if (one != ticks) {
        fewer[next++] = one;
      }
    }
    ticking = fewer;
  }

  private void tick(Ticking ticks, int period) {
    Status status = host.time().tickPeriod(period);
    if (!status.isOk()) {
      throw new HostRefusal("proxy_set_tick_period_milliseconds", status);
    }
    ticks.period = period;
  }

  private long now() {
    Answer now = host.time().now();
    if (!now.isOk()) {
      throw new HostRefusal("proxy_get_current_time_nanoseconds", now.status());
    }
    return now.value();
  }

  // the heap

  private void remove(Timer timer) {
    int gap = timer.index;
    timer.index = -1;
    timer.ticks.limits--;
    Timer last = heap[--count];
    heap[count] = null;
    if (last == timer) {
      return;
    }
    if (gap > 0 && heap[(gap - 1) / 2].at > last.at) {
      rise(gap, last);
    } else {
      sink(gap, last);
    }
  }

  private void rise(int from, Timer timer) {
    int at = from;
    while (at > 0 && heap[(at - 1) / 2].at > timer.at) {
      put(at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, timer);
  }

  private void sink(int from, Timer timer) {
    int at = from;
    for (int child = 2 * at + 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && heap[child + 1].at < heap[child].at) {
        child++;
      }
      if (heap[child].at >= timer.at) {
        break;
      }
      put(at, heap[child]);
      at = child;
    }
    put(at, timer);
  }

  private void put(int at, Timer timer) {
    heap[at] = timer;
    timer.index = at;
  }
}
