package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import java.util.List;

/** See {@link NumberValue#is} and {@link NumberValue#in}. */
public record NumberIn(NumberValue value, List<Long> numbers) implements Condition {
  public NumberIn {
    numbers = Lists.copy(numbers);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(value.describe());
    text.append(numbers.size() == 1 ? " is " : " is one of ").append(numbers.get(0));
    for (int i = 1; i < numbers.size(); i++) {
      text.append(", ").append(numbers.get(i));
    }
    return text.toString();
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    long[] expected = new long[numbers.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = numbers.get(i);
    }
    planner.emit(new Test(this, wanted, target, value.number(planner), expected));
  }

  private static final class Test extends TestOp {
    private final LongReader value;
    private final long[] expected;

    Test(Condition question, boolean wanted, Label target, LongReader value, long[] expected) {
      super(question, wanted, target);
      this.value = value;
      this.expected = expected;
    }

    @Override
    boolean holds(Run run) {
      long number = value.read(run);
      if (number != LongReader.ABSENT) {
        for (long one : expected) {
          if (number == one) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
