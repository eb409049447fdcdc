package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;
import dev.sluice.value.text.TextPredicate;

/** A question about a text that is there; no where it is not. */
public record TextAsked(TextValue value, TextPredicate question) implements Condition {
  public TextAsked {
    Check.given("is", "the text", value);
    Check.given("is", "the question", question);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return question.describe(value.describe());
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.asks();
    planner.emit(new Test(this, wanted, target, value.reader(planner), question));
  }

  static final class Test extends TestOp {
    private final Reader value;
    private final TextPredicate predicate;

    Test(Condition question, boolean wanted, Label target, Reader value, TextPredicate predicate) {
      super(question, wanted, target);
      this.value = value;
      this.predicate = predicate;
    }

    @Override
    boolean holds(Run run) {
      Bytes text = value.read(run);
      return text != null && predicate.accepts(text);
    }
  }
}
