package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** See {@link TextValue#is}. */
public record TextIs(TextValue value, String text) implements Condition {
  @Override
  public String describe() {
    return value.describe() + " is \"" + text + "\"";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.reader(planner), Bytes.constant(text)));
  }

  private static final class Test extends TextTest {
    private final Bytes expected;

    Test(Condition question, boolean wanted, Label target, Reader value, Bytes expected) {
      super(question, wanted, target, value);
      this.expected = expected;
    }

    @Override
    boolean accepts(Bytes text) {
      return text.equals(expected);
    }
  }
}
