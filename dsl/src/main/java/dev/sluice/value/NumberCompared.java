package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.number.Relation;

/** A question about two numbers that are there; no where one of them is not. */
public record NumberCompared(NumberValue value, Relation relation, NumberValue other) implements Condition {
  public NumberCompared {
    Check.given("is", "the number", value);
    Check.given("is", "the relation", relation);
    Check.given("is", "the other number", other);
  }

  @Override
  public boolean varies() {
    return value.varies() || other.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " " + relation.words() + " " + other.describe();
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    LongReader reader = value.number(planner);
    planner.emit(new Test(this, wanted, target, reader, other.number(planner)));
  }

  private static final class Test extends TestOp {
    private final LongReader value;
    private final LongReader other;
    private final Relation relation;

    Test(NumberCompared question, boolean wanted, Label target, LongReader value, LongReader other) {
      super(question, wanted, target);
      this.value = value;
      this.other = other;
      this.relation = question.relation;
    }

    /** Reads both in any case: how many hostcalls an op makes depends on no value. */
    @Override
    boolean holds(Run run) {
      long left = value.read(run);
      long right = other.read(run);
      return left != LongReader.ABSENT && right != LongReader.ABSENT && relation.holds(left, right);
    }
  }
}
