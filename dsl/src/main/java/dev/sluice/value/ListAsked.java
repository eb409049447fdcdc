package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.value.text.ElementVisitor;
import dev.sluice.value.text.TextPredicate;

/**
 * A question about the elements of a list.
 *
 * @param every whether all of them have to answer with yes, and there must be one, not one only
 */
public record ListAsked(ListValue list, boolean every, TextPredicate question) implements Condition {
  public ListAsked {
    Check.given("any", "the list", list);
    Check.given("any", "the question", question);
  }

  @Override
  public boolean varies() {
    return list.varies();
  }

  @Override
  public String describe() {
    return question.describe((every ? "each of the " : "one of the ") + list.describe());
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new Test(this, wanted, target, list.lister(planner)));
  }

  private static final class Test extends TestOp {
    private final ListReader list;
    private final boolean every;
    private final TextPredicate predicate;

    Test(ListAsked question, boolean wanted, Label target, ListReader list) {
      super(question, wanted, target);
      this.list = list;
      this.every = question.every;
      this.predicate = question.question;
    }

    @Override
    boolean holds(Run run) {
      Asking asking = new Asking(predicate, every);
      boolean ended = list.each(run, asking);
      return every ? ended && asking.any : !ended;
    }
  }

  /** Goes on until the answer is known. */
  private static final class Asking implements ElementVisitor {
    private final TextPredicate predicate;
    private final boolean every;
    private boolean any;

    Asking(TextPredicate predicate, boolean every) {
      this.predicate = predicate;
      this.every = every;
    }

    @Override
    public boolean visit(Bytes element) {
      any = true;
      return predicate.accepts(element) == every;
    }
  }
}
