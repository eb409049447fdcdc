package dev.sluice.host.gateway;

import dev.sluice.host.model.Dispatcher;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Work and timers on an event loop of Vert.x. */
final class VertxDispatcher implements Dispatcher {
  private final Vertx vertx;
  private final Context loop;

  VertxDispatcher(Vertx vertx, Context loop) {
    this.vertx = vertx;
    this.loop = loop;
  }

  @Override
  public void post(Runnable work) {
    loop.runOnContext(go -> work.run());
  }

  /** Vert.x measures milliseconds, at least one. */
  @Override
  public Timer after(Duration delay, Runnable work) {
    long timer = vertx.setTimer(Math.max(1, delay.toMillis()), due -> loop.runOnContext(go -> work.run()));
    return () -> vertx.cancelTimer(timer);
  }
}
