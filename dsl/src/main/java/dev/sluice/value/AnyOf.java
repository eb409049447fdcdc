package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/** At least one of these conditions; false where there are none. Nested ones are kept flat. */
public record AnyOf(List<Condition> conditions) implements Condition {
  public AnyOf {
    conditions = Lists.copy(conditions);
  }

  static AnyOf of(Condition left, Condition right) {
    return new AnyOf(Lists.concat(parts(left), parts(right)));
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof AnyOf any ? any.conditions : Lists.append(Lists.none(), condition);
  }

  @Override
  public boolean varies() {
    return Junction.varies(conditions);
  }

  @Override
  public String describe() {
    return Junction.describe(conditions, " or ", "never");
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    Junction.jump(planner, conditions, true, wanted, target);
  }
}
