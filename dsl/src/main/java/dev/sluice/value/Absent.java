package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** See {@link TextValue#absent}. */
public record Absent(TextValue value) implements Condition {
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
    planner.emit(new Test(this, wanted, target, value.reader(planner)));
  }

  private static final class Test extends TestOp {
    private final Reader value;

    Test(Condition question, boolean wanted, Label target, Reader value) {
      super(question, wanted, target);
      this.value = value;
    }

    @Override
    boolean holds(Run run) {
      return value.isAbsent(run);
    }
  }
}
