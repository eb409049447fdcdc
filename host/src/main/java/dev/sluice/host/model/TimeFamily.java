package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.TimeCalls;
import java.time.Duration;

/** The host's clock, and ticks of the root context. */
public final class TimeFamily implements TimeCalls {
  private static final String NOW = "proxy_get_current_time_nanoseconds";
  private static final String TICK_PERIOD = "proxy_set_tick_period_milliseconds";

  private final CurrentContext current;

  TimeFamily(CurrentContext current) {
    this.current = current;
  }

  @Override
  public Answer now() {
    long nanos = current.require(NOW).vm().worker().environment().clock().epochNanos();
    current.called(NOW, Status.OK);
    return new Answer(Status.OK, nanos);
  }

  /** {@inheritDoc} The number is unsigned. In a stream it is the ticks of the plugin's root context that change. */
  @Override
  public Status tickPeriod(int millis) {
    long period = Integer.toUnsignedLong(millis);
    current.require(TICK_PERIOD).root().tickEvery(Duration.ofMillis(period));
    current.called(TICK_PERIOD, Status.OK, period);
    return Status.OK;
  }
}
