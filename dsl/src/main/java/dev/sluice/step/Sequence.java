package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/** Several steps as one. */
public record Sequence(List<Step> steps) implements Step {
  public Sequence {
    steps = Lists.copy(Check.given("sequence", "the list of steps", steps));
  }

  @Override
  public String word() {
    return "sequence";
  }

  @Override
  public String describe() {
    return "sequence";
  }

  @Override
  public void plan(Planner planner) {
    planner.next(Planner.steps(steps));
  }
}
