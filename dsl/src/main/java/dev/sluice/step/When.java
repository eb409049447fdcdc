package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import dev.sluice.value.Branch;
import dev.sluice.value.Condition;
import java.util.List;

/** Runs one list of steps where the condition holds and another where it does not, then goes on behind. */
public record When(Condition condition, List<Step> then, List<Step> otherwise) implements Step {
  public When {
    Check.given("when", "the condition", condition);
    then = Lists.copy(Check.given("when", "the list of steps", then));
    otherwise = Lists.copy(Check.given("when", "the list of steps", otherwise));
  }

  /** The same with these steps where the condition does not hold, behind those that were given before. */
  public When otherwise(Step... steps) {
    return new When(condition, then, Lists.concat(otherwise, Check.all("otherwise", "step", steps)));
  }

  @Override
  public String word() {
    return "when";
  }

  @Override
  public String describe() {
    return "when " + condition.describe();
  }

  @Override
  public void plan(Planner planner) {
    Label no = new Label();
    Branch skip = new Branch(condition, false, no);
    if (otherwise.isEmpty()) {
      planner.next(skip, Planner.steps(then), no);
    } else {
      Label end = new Label();
      planner.next(skip, Planner.steps(then), new Jump(end), no, Planner.branch("otherwise", otherwise), end);
    }
  }
}
