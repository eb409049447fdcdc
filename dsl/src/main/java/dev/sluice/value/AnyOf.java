package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import java.util.ArrayList;
import java.util.List;

/** At least one of these conditions; false where there are none. Nested ones are kept flat. */
public record AnyOf(List<Condition> conditions) implements Condition {
  public AnyOf {
    conditions = List.copyOf(conditions);
  }

  static AnyOf of(Condition left, Condition right) {
    List<Condition> flat = new ArrayList<>();
    addTo(flat, left);
    addTo(flat, right);
    return new AnyOf(flat);
  }

  private static void addTo(List<Condition> flat, Condition condition) {
    if (condition instanceof AnyOf any) {
      flat.addAll(any.conditions);
    } else {
      flat.add(condition);
    }
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
