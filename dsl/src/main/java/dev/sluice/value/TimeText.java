package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.number.SecondsFormat;

/** A number of seconds since 1970 as a date; absent where the number is, or lies outside of the years 0 to 9999. */
public record TimeText(NumberValue seconds, SecondsFormat format) implements TextValue {
  public TimeText {
    Check.given("time", "the seconds", seconds);
    Check.given("time", "the format", format);
  }

  @Override
  public boolean varies() {
    return seconds.varies();
  }

  @Override
  public String describe() {
    return format.word() + " of " + seconds.describe();
  }

  @Override
  public Reader reader(Planner planner) {
    return new Written(seconds.number(planner), format);
  }

  private static final class Written extends Reader {
    private final LongReader seconds;
    private final SecondsFormat format;

    Written(LongReader seconds, SecondsFormat format) {
      this.seconds = seconds;
      this.format = format;
    }

    @Override
    public Bytes read(Run run) {
      long second = seconds.read(run);
      Bytes text = second == LongReader.ABSENT ? Bytes.EMPTY : format.of(second);
      return text.isEmpty() ? null : text;
    }
  }
}
