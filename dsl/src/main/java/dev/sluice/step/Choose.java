package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Lists;
import dev.sluice.plan.Plannable;
import dev.sluice.plan.Planner;
import dev.sluice.value.Branch;
import java.util.List;

/**
 * Runs the steps of the first case whose condition holds, and no others; those given to {@link #otherwise} where none
 * does. Then goes on behind.
 *
 * <pre>{@code
 * choose(
 *     when(path().startsWith("/v2/")).setHeader("x-backend", "blue"),
 *     when(header("x-beta").present()).setHeader("x-backend", "beta"))
 *   .otherwise(setHeader("x-backend", "green"))
 * }</pre>
 */
public record Choose(List<When> cases, List<Step> otherwise) implements Step {
  public Choose {
    cases = Lists.copy(Check.given("choose", "the list of cases", cases));
    otherwise = Lists.copy(Check.given("choose", "the list of steps", otherwise));
    for (int i = 0; i < cases.size(); i++) {
      if (!cases.get(i).otherwise().isEmpty()) {
        throw new IllegalArgumentException(
            "choose: case " + Decimal.of(i + 1)
                + " has an otherwise of its own; give the cases none, and choose(..) one");
      }
    }
  }

  /** The same with these steps where no condition holds, behind those that were given before. */
  public Choose otherwise(Step... steps) {
    return new Choose(cases, Lists.concat(otherwise, Check.all("otherwise", "step", steps)));
  }

  @Override
  public String word() {
    return "choose";
  }

  @Override
  public String describe() {
    return "choose";
  }

  @Override
  public void plan(Planner planner) {
    Label end = new Label();
    Plannable[] parts = new Plannable[4 * cases.size() + 2];
    int count = 0;
    for (int i = 0; i < cases.size(); i++) {
      Label next = new Label();
      parts[count++] = new Branch(cases.get(i).condition(), false, next);
      parts[count++] = Planner.branch("case " + Decimal.of(i + 1), cases.get(i).then());
      parts[count++] = new Jump(end);
      parts[count++] = next;
    }
    parts[count++] = Planner.branch("otherwise", otherwise);
    parts[count] = end;
    planner.next(parts);
  }
}
