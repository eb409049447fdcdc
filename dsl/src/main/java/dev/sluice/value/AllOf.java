package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import java.util.ArrayList;
import java.util.List;

/** Each of these conditions; true where there are none. Nested ones are kept flat, so {@code and} is associative. */
public record AllOf(List<Condition> conditions) implements Condition {
  public AllOf {
    conditions = List.copyOf(conditions);
  }

  static AllOf of(Condition left, Condition right) {
    List<Condition> flat = new ArrayList<>();
    addTo(flat, left);
    addTo(flat, right);
    return new AllOf(flat);
  }

  private static void addTo(List<Condition> flat, Condition condition) {
    if (condition instanceof AllOf all) {
      flat.addAll(all.conditions);
    } else {
      flat.add(condition);
    }
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
