package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** See {@link NumberValue#between}. */
public record NumberBetween(NumberValue value, long low, long high) implements Condition {
  public NumberBetween {
    if (low > high) {
      throw new IllegalArgumentException(
          "between: no number is at least " + low + " and at most " + high + "; give the lower bound first");
    }
  }

  @Override
  public String describe() {
    return value.describe() + " is between " + low + " and " + high;
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.digits(planner)));
  }

  private static final class Test extends NumberTest {
    private final long low;
    private final long high;

    Test(NumberBetween question, boolean wanted, Label target, Reader digits) {
      super(question, wanted, target, digits);
      this.low = question.low;
      this.high = question.high;
    }

    @Override
    boolean accepts(long number) {
      return number >= low && number <= high;
    }
  }
}
