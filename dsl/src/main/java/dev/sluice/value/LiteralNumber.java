package dev.sluice.value;

import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/** A number that the author wrote down. */
public record LiteralNumber(long number) implements NumberValue {
  public LiteralNumber {
    if (number == LongReader.ABSENT) {
      throw new IllegalArgumentException("number: the smallest long stands for no number; give a larger one");
    }
  }

  @Override
  public String describe() {
    return Long.toString(number);
  }

  @Override
  public LongReader number(Planner planner) {
    return new Constant(number);
  }

  private static final class Constant extends LongReader {
    private final long number;

    Constant(long number) {
      this.number = number;
    }

    @Override
    public long read(Run run) {
      return number;
    }
  }
}
