package dev.sluice.host.exchange;

import dev.sluice.host.model.VirtualClock;
import dev.sluice.host.model.VirtualDispatcher;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** The one thread of an embedded proxy with its time, which passes only as far as the proxy's owner lets it. */
final class ProxyThread implements AutoCloseable {
  private final DeepThread thread = new DeepThread("sluice-proxy");
  private final VirtualClock clock;
  private final VirtualDispatcher dispatcher;

  ProxyThread(VirtualClock clock) {
    this.clock = clock;
    this.dispatcher = new VirtualDispatcher(clock);
  }

  VirtualDispatcher dispatcher() {
    return dispatcher;
  }

  /** Does this on the thread, and whatever it leaves to be done at once. */
  <T> T call(Callable<T> work) {
    return thread.call(() -> {
      T result = work.call();
      dispatcher.settle();
      return result;
    });
  }

  void run(Runnable work) {
    call(() -> {
      work.run();
      return this;
    });
  }

  /** Lets time pass until this is so; false where it is not after that much time, or nothing is left to happen. */
  boolean await(BooleanSupplier condition, Duration patience) {
    return call(() -> {
      long end = clock.monotonicNanos() + patience.toNanos();
      dispatcher.settle();
      while (!condition.getAsBoolean()) {
        if (!dispatcher.next(Duration.ofNanos(end - clock.monotonicNanos()))) {
          return false;
        }
      }
      return true;
    });
  }

  @Override
  public void close() {
    thread.close();
  }
}
