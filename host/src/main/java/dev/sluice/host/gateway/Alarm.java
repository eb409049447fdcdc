package dev.sluice.host.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Something that is done when a time has passed without a word. */
final class Alarm {
  private static final long NONE = -1;

  private final Vertx vertx;
  private final Duration time;
  private final Runnable work;
  private long timer = NONE;

  /** @param time zero for never */
  Alarm(Vertx vertx, Duration time, Runnable work) {
    this.vertx = vertx;
    this.time = time;
    this.work = work;
  }

  /** The time begins to run, anew if it runs already. */
  void start() {
    stop();
    if (time.toMillis() > 0) {
      timer = vertx.setTimer(time.toMillis(), due -> {
        timer = NONE;
        work.run();
      });
    }
  }

  void stop() {
    if (timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }
}
