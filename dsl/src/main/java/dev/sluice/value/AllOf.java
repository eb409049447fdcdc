package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Planner;
import java.util.List;

/** Each of these conditions; true where there are none. Nested ones are kept flat, so {@code and} is associative. */
public record AllOf(List<Condition> conditions) implements Condition {
  public AllOf {
    conditions = Lists.copy(conditions);
  }

  static AllOf of(Condition left, Condition right) {
    return new AllOf(Lists.concat(parts(left), parts(right)));
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof AllOf all ? all.conditions : Lists.append(Lists.none(), condition);
  }

  @Override
  public boolean varies() {
    return Junction.varies(conditions);
  }

  @Override
  public String describe() {
    return Junction.describe(conditions, " and ", "always");
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    Junction.jump(planner, conditions, false, wanted, target);
  }
}
