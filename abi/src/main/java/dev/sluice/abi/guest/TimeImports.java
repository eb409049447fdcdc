package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.TimeCalls;
import org.teavm.interop.Import;

/** Clock and timer over the imports. */
final class TimeImports implements TimeCalls {

  @Import(module = "env", name = "proxy_get_current_time_nanoseconds")
  private static native int currentTime(int outTime);

  @Override
  public Answer now() {
    return Numbers.doubleWord(currentTime(Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_set_tick_period_milliseconds")
  private static native int setTickPeriod(int millis);

  @Override
  public Status tickPeriod(int millis) {
    return Status.of(setTickPeriod(millis));
  }
}
