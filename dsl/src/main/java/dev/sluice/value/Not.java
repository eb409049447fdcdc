package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;

/** The opposite of a condition. */
public record Not(Condition condition) implements Condition {
  public Not {
    Check.given("not", "the condition", condition);
  }

  /** What was negated. */
  @Override
  public Condition not() {
    return condition;
  }

  @Override
  public boolean varies() {
    return condition.varies();
  }

  @Override
  public String describe() {
    return "not (" + condition.describe() + ")";
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.next(new Branch(condition, !wanted, target));
  }
}
