package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Status;

/** Clock and timer. */
public interface TimeCalls {
  /** Nanoseconds since 1970 ({@code proxy_get_current_time_nanoseconds}). Forbidden while a module loads. */
  default Answer now() {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Has {@code onTick} called again and again ({@code proxy_set_tick_period_milliseconds}); 0 stops that. */
  default Status tickPeriod(int millis) {
    return Status.UNIMPLEMENTED;
  }
}
