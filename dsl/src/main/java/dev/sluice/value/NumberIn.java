package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import java.util.List;

/** See {@link NumberValue#is} and {@link NumberValue#in}. */
public record NumberIn(NumberValue value, List<Long> numbers) implements Condition {
  public NumberIn {
    numbers = Lists.copy(numbers);
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
    planner.emit(new Test(this, wanted, target, value.digits(planner), expected));
  }

  private static final class Test extends NumberTest {
    private final long[] expected;

    Test(Condition question, boolean wanted, Label target, Reader digits, long[] expected) {
      super(question, wanted, target, digits);
      this.expected = expected;
    }

    @Override
    boolean accepts(long number) {
      for (long one : expected) {
        if (number == one) {
          return true;
        }
      }
      return false;
    }
  }
}
