package dev.sluice.value;

import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/**
 * The host's time since 1970, see {@link Now}.
 *
 * @param unit nanoseconds of what is counted
 */
public record ClockNumber(long unit) implements NumberValue {
  public static final long SECOND = 1_000_000_000;
  public static final long MILLISECOND = 1_000_000;

  public ClockNumber {
    if (unit <= 0) {
      throw new IllegalArgumentException("now: a unit is a nanosecond or more");
    }
  }

  @Override
  public boolean varies() {
    return true;
  }

  @Override
  public String describe() {
    return unit == SECOND ? "now in seconds" : "now in milliseconds";
  }

  @Override
  public LongReader number(Planner planner) {
    return new Clock(unit);
  }

  private static final class Clock extends LongReader {
    private final long unit;

    Clock(long unit) {
      this.unit = unit;
    }

    @Override
    public long read(Run run) {
      dev.sluice.abi.Answer nanos = run.host().time().now();
      return nanos.isOk() ? nanos.value() / unit : ABSENT;
    }
  }
}
