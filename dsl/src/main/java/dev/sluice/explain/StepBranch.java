package dev.sluice.explain;

import dev.sluice.step.AllCalls;
import dev.sluice.step.Choose;
import dev.sluice.step.EditJson;
import dev.sluice.step.EditTrailer;
import dev.sluice.step.FirstCall;
import dev.sluice.step.Sequence;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import dev.sluice.value.BodyText.BodyLimits;
import dev.sluice.value.SingleHeaderText;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that another step consists of, or has run where it fails.
 *
 * @param name as step paths have it; empty for steps that are counted on from the step itself
 * @param failure whether they run only where something fails
 */
public record StepBranch(String name, List<Step> steps, boolean failure) {
  public StepBranch {
    steps = List.copyOf(steps);
  }

  /** All branches of a step, straight ones first. */
  public static List<StepBranch> of(Step step) {
    List<StepBranch> branches = new ArrayList<>();
    switch (step) {
      case When when -> {
        branches.add(new StepBranch("", when.then(), false));
        add(branches, "otherwise", when.otherwise(), false);
      }
      case Choose choose -> {
        for (int i = 0; i < choose.cases().size(); i++) {
          branches.add(new StepBranch("case " + (i + 1), choose.cases().get(i).then(), false));
        }
        add(branches, "otherwise", choose.otherwise(), false);
      }
      case Sequence sequence -> branches.add(new StepBranch("", sequence.steps(), false));
      case AllCalls all -> all.calls().forEach(call -> add(branches, "failed", call.onFailure(), true));
      case FirstCall first -> add(branches, "failed", first.onFailure(), true);
      case EditTrailer edit -> add(branches, "no trailers", edit.onFailure(), true);
      default -> add(branches, "failed", failureSteps(step), true);
    }
    answers(step, branches);
    return branches;
  }

  private static void add(List<StepBranch> branches, String name, List<Step> steps, boolean failure) {
    if (!steps.isEmpty()) {
      branches.add(new StepBranch(name, steps, failure));
    }
  }

  /** By convention all steps that can fail call it so. */
  private static List<Step> failureSteps(Step step) {
    List<Step> steps = new ArrayList<>();
    if (Records.part(step, "onFailure") instanceof Iterable<?> failure) {
      failure.forEach(one -> steps.add((Step) one));
    }
    return steps;
  }

  /** What answers for values that the step reads. */
  private static void answers(Object of, List<StepBranch> branches) {
    switch (of) {
      case SingleHeaderText single -> answer(of, "onRepeated", single.name() + " repeated", branches);
      case BodyLimits limits -> {
        answer(of, "tooLarge", "body too large", branches);
        answer(of, "endless", "body may never end", branches);
        answer(of, "late", "body late", branches);
      }
      case EditJson edit -> {
        answer(of, "malformed", "no JSON", branches);
        answer(of, "mismatch", "JSON does not match", branches);
      }
      default -> {
        // Has no answers of its own.
      }
    }
    List<Object> parts = of instanceof Step step ? StepParts.own(step) : Records.parts(of);
    parts.stream().filter(part -> !(part instanceof Step)).forEach(part -> answers(part, branches));
  }

  private static void answer(Object of, String component, String name, List<StepBranch> branches) {
    if (Records.part(of, component) instanceof Iterable<?> given) {
      given.forEach(one -> {
        StepBranch branch = new StepBranch(name, List.of((Step) one), true);
        if (!branches.contains(branch)) {
          branches.add(branch);
        }
      });
    }
  }
}
