package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/** See {@link NumberValue#between}. */
public record NumberBetween(NumberValue value, long low, long high) implements Condition {
  public NumberBetween {
    if (low > high) {
      throw new IllegalArgumentException(
          "between: no number is at least " + low + " and at most " + high + "; give the lower bound first");
    }
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " is between " + low + " and " + high;
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.number(planner)));
  }

  private static final class Test extends TestOp {
    private final LongReader value;
    private final long low;
    private final long high;

    Test(NumberBetween question, boolean wanted, Label target, LongReader value) {
      super(question, wanted, target);
      this.value = value;
      this.low = question.low;
      this.high = question.high;
    }

    @Override
    boolean holds(Run run) {
      long number = value.read(run);
      return number != LongReader.ABSENT && number >= low && number <= high;
    }
  }
}
