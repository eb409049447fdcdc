package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.number.Operation;

/** A number made out of two; absent where one of them is, or where there is no result. */
public record Calculated(NumberValue left, Operation operation, NumberValue right) implements NumberValue {
  public Calculated {
    Check.given("number", "the number", left);
    Check.given("number", "the operation", operation);
    Check.given("number", "the other number", right);
  }

  @Override
  public boolean varies() {
    return left.varies() || right.varies();
  }

  @Override
  public String describe() {
    return "(" + left.describe() + " " + operation.words() + " " + right.describe() + ")";
  }

  @Override
  public LongReader number(Planner planner) {
    LongReader reader = left.number(planner);
    return new Result(reader, right.number(planner), operation);
  }

  private static final class Result extends LongReader {
    private final LongReader left;
    private final LongReader right;
    private final Operation operation;

    Result(LongReader left, LongReader right, Operation operation) {
      this.left = left;
      this.right = right;
      this.operation = operation;
    }

    @Override
    public long read(Run run) {
      long a = left.read(run);
      long b = right.read(run);
      return a == ABSENT || b == ABSENT ? ABSENT : operation.of(a, b);
    }
  }
}
