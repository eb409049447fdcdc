package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.TextComparison;

/** A question about two texts that are there; no where one of them is not. */
public record TextCompared(TextValue value, TextComparison how, TextValue other) implements Condition {
  public TextCompared {
    Check.given("is", "the text", value);
    Check.given("is", "the comparison", how);
    Check.given("is", "the other text", other);
  }

  @Override
  public boolean varies() {
    return value.varies() || other.varies();
  }

  @Override
  public String describe() {
    return value.describe() + " " + how.words() + " " + other.describe();
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.asks();
    Reader reader = value.reader(planner);
    planner.emit(new Test(this, wanted, target, reader, other.reader(planner)));
  }

  private static final class Test extends TestOp {
    private final Reader value;
    private final Reader other;
    private final TextComparison how;

    Test(TextCompared question, boolean wanted, Label target, Reader value, Reader other) {
      super(question, wanted, target);
      this.value = value;
      this.other = other;
      this.how = question.how;
    }

    /** Reads both in any case: how many hostcalls an op makes depends on no value. */
    @Override
    boolean holds(Run run) {
      Bytes text = value.read(run);
      Bytes with = other.read(run);
      return text != null && with != null && how.holds(text, with);
    }
  }
}
