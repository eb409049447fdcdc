package dev.sluice.host.model;

import java.time.Duration;

/** The ticks of one root context: each comes a period after the one before has been dealt with. */
final class Ticker {
  private final Dispatcher dispatcher;
  private final Runnable tick;
  private Duration period = Duration.ZERO;
  private Dispatcher.Timer timer;
  /** Tells a timer that was cancelled too late from the one that counts. */
  private int round;

  Ticker(Dispatcher dispatcher, Runnable tick) {
    this.dispatcher = dispatcher;
    this.tick = tick;
  }

  /** Ticks so from now on; never with a period of zero. */
  void every(Duration next) {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    round++;
    period = next;
    arm();
  }

  void stop() {
    every(Duration.ZERO);
  }

  private void arm() {
    if (!period.isZero()) {
      int armed = ++round;
      timer = dispatcher.after(period, () -> due(armed));
    }
  }

  private void due(int armed) {
    if (armed != round) {
      return;
    }
    timer = null;
    tick.run();
    if (timer == null) {
      arm();
    }
  }
}
