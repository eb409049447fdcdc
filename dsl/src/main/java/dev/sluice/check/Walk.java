package dev.sluice.check;

import dev.sluice.check.State.Answer;
import dev.sluice.explain.StepBranch;
import dev.sluice.plan.TerminalStep;
import dev.sluice.step.AddShared;
import dev.sluice.step.Bind;
import dev.sluice.step.ChangeMetric;
import dev.sluice.step.Choose;
import dev.sluice.step.Custom;
import dev.sluice.step.ForeignCall;
import dev.sluice.step.Log;
import dev.sluice.step.Sequence;
import dev.sluice.step.Step;
import dev.sluice.step.UpdateShared;
import dev.sluice.step.When;
import dev.sluice.value.Condition;
import java.util.ArrayList;
import java.util.List;

/** Goes through steps in the order in which they run, on all ways at once, and shows each to the rules. */
final class Walk {
  private final String part;
  private final Findings findings;
  private final Visitor visitor;

  /** Sees each step with what is known there. */
  interface Visitor {
    void at(Site site, State state);
  }

  Walk(String part, Findings findings, Visitor visitor) {
    this.part = part;
    this.findings = findings;
    this.visitor = visitor;
  }

  /** Goes through steps below a path; gives what is known behind them. */
  State through(List<Step> steps, StepPath path, State from) {
    State state = from;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      StepPath at = path.then((i + 1) + " " + step.word());
      if (!state.alive()) {
        findings.add(FindingKind.UNREACHABLE_STEP, at, "what stands before it always ends this part",
            "take it out, or put it before that");
        state = state.revived();
      }
      state = step(new Site(part, at, step, steps.subList(i + 1, steps.size())), state);
    }
    return state;
  }

  private State step(Site site, State before) {
    visitor.at(site, before);
    State after = switch (site.step()) {
      case When when -> when(when, site, before);
      case Choose choose -> choose(choose, site, before);
      case Sequence sequence -> through(sequence.steps(), site.path(), before);
      case TerminalStep terminal -> before.dead();
      case Step other -> changed(other, before);
    };
    for (StepBranch branch : StepBranch.of(site.step())) {
      if (branch.failure()) {
        State failed = through(branch.steps(), site.path().then(branch.name()), before.forgetful());
        after = site.step() instanceof TerminalStep ? after : after.or(failed);
      }
    }
    return after;
  }

  private State when(When when, Site site, State before) {
    asked(when.condition(), site.path(), before, FindingKind.ALWAYS_FALSE);
    if (when.then().isEmpty() && when.otherwise().isEmpty()) {
      findings.add(FindingKind.EMPTY_BRANCH, site.path(), "nothing depends on this condition",
          "give it steps, or take it out");
    }
    State yes = through(when.then(), site.path(), before.assuming(when.condition(), true, site.path()));
    State no = through(when.otherwise(), site.path().then("otherwise"),
        before.assuming(when.condition(), false, site.path()));
    return yes.or(no);
  }

  private State choose(Choose choose, Site site, State before) {
    State open = before;
    State after = before.dead();
    for (int i = 0; i < choose.cases().size(); i++) {
      Condition condition = choose.cases().get(i).condition();
      StepPath path = site.path().then("case " + (i + 1));
      asked(condition, path, open, FindingKind.SHADOWED);
      after = after.or(through(choose.cases().get(i).then(), path, open.assuming(condition, true, path)));
      open = open.assuming(condition, false, path);
    }
    return after.or(through(choose.otherwise(), site.path().then("otherwise"), open));
  }

  private void asked(Condition condition, StepPath path, State state, FindingKind never) {
    for (Answer answer : Facts.of(condition, state.known())) {
      boolean alone = Facts.alone(condition).isDefined();
      String reason = "\"" + condition.describe() + "\" " + (answer.holds() ? "always" : "never") + " holds here"
          + (alone || answer.path() == StepPath.NOWHERE ? "" : ": it is settled by " + answer.path());
      boolean rule = path.isOtherwise() && !alone;
      FindingKind kind = answer.holds() ? FindingKind.ALWAYS_TRUE
          : alone ? FindingKind.ALWAYS_FALSE : rule ? FindingKind.SHADOWED : never;
      findings.add(kind, path, reason, kind == FindingKind.SHADOWED ? "put it before that one, or take it out"
          : answer.holds() ? "take the question out and keep the steps" : "take it out, or ask what was meant");
    }
  }

  /** What the step binds, and whether it may touch what conditions read. */
  private static State changed(Step step, State before) {
    List<String> names = binds(step);
    boolean again = names.stream().anyMatch(before.seen()::contains);
    boolean quiet = step instanceof Log || step instanceof ChangeMetric || step instanceof Bind && !again;
    return (quiet ? before : before.forgetful()).bound(names);
  }

  /** The variables that a step binds. */
  static List<String> binds(Step step) {
    List<String> names = new ArrayList<>();
    switch (step) {
      case Bind bind -> names.add(bind.name());
      case Custom own -> names.addAll(own.binds());
      case UpdateShared update -> names.add(update.old());
      case AddShared add -> add.as().forEach(names::add);
      case ForeignCall call -> call.as().forEach(names::add);
      default -> {
        // Binds nothing.
      }
    }
    return names;
  }
}
