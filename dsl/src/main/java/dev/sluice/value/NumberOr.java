package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/** A number, or one that the author wrote down where it is absent. */
public record NumberOr(NumberValue value, long other) implements NumberValue {
  public NumberOr {
    Check.given("orElse", "the number", value);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " or else " + other;
  }

  @Override
  public LongReader number(Planner planner) {
    return new Either(value.number(planner), other);
  }

  private static final class Either extends LongReader {
    private final LongReader value;
    private final long other;

    Either(LongReader value, long other) {
      this.value = value;
      this.other = other;
    }

    @Override
    public long read(Run run) {
      long number = value.read(run);
      return number == ABSENT ? other : number;
    }
  }
}
