package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;

/** See {@link NumberValue#absent}. */
public record NumberAbsent(NumberValue value) implements Condition {
  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " is absent";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, value.number(planner)));
  }

  private static final class Test extends TestOp {
    private final LongReader value;

    Test(Condition question, boolean wanted, Label target, LongReader value) {
      super(question, wanted, target);
      this.value = value;
    }

    @Override
    boolean holds(Run run) {
      return value.read(run) == LongReader.ABSENT;
    }
  }
}
