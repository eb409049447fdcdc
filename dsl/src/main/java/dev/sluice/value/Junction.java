package dev.sluice.value;

import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Plannable;
import dev.sluice.plan.Planner;
import java.util.List;

/** What {@link AllOf} and {@link AnyOf} have in common: one answer of a part decides the whole. */
final class Junction {
  private Junction() {}

  /** @param deciding the answer of a part that decides: no for all-of, yes for any-of */
  static void jump(Planner planner, List<Condition> parts, boolean deciding, boolean wanted, Label target) {
    int last = parts.size() - 1;
    if (last < 0) {
      if (deciding != wanted) {
        planner.emit(new Jump(target));
      }
      return;
    }
    Label end = new Label();
    Plannable[] plan = new Plannable[last + 2];
    for (int i = 0; i < last; i++) {
      plan[i] = new Branch(parts.get(i), deciding, deciding == wanted ? target : end);
    }
    plan[last] = new Branch(parts.get(last), wanted, target);
    plan[last + 1] = end;
    planner.next(plan);
  }

  static boolean varies(List<Condition> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).varies()) {
        return true;
      }
    }
    return false;
  }

  static String describe(List<Condition> parts, String between, String none) {
    if (parts.isEmpty()) {
      return none;
    }
    StringBuilder text = new StringBuilder();
    for (Condition part : parts) {
      boolean nested = part instanceof AllOf || part instanceof AnyOf;
      text.append(text.isEmpty() ? "" : between);
      text.append(nested ? "(" + part.describe() + ")" : part.describe());
    }
    return text.toString();
  }
}
