package dev.sluice.value;

import dev.sluice.plan.Label;
import dev.sluice.plan.Op;
import dev.sluice.plan.Run;
import dev.sluice.plan.Way;
import java.util.List;

/** Asks one question and jumps on the wanted answer. */
abstract class TestOp extends Op {
  private final Condition question;
  private final boolean wanted;
  private final Label target;

  TestOp(Condition question, boolean wanted, Label target) {
    this.question = question;
    this.wanted = wanted;
    this.target = target;
  }

  abstract boolean holds(Run run);

  @Override
  public final int run(Run run, int pc) {
    return holds(run) == wanted ? target.pc() : pc + 1;
  }

  @Override
  public final boolean varies() {
    return question.varies();
  }

  @Override
  public final List<Way> ways() {
    String yes = question.describe();
    String no = question.not().describe();
    return List.of(Way.onward(wanted ? no : yes), Way.to(target, wanted ? yes : no));
  }
}
