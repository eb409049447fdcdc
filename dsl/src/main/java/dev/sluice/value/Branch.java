package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Plannable;
import dev.sluice.plan.Planner;

/** A condition's jump as something still to plan. */
public record Branch(Condition condition, boolean wanted, Label target) implements Plannable {
  @Override
  public void plan(Planner planner) {
    condition.jump(planner, wanted, target);
  }
}
