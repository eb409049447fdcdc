package dev.sluice.explain;

import dev.sluice.step.Choose;
import dev.sluice.step.OnOneWorker;
import dev.sluice.step.Sequence;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Steps as an indented list whose numbers are those of step paths. */
final class StepTree {
  private final StringBuilder text = new StringBuilder();
  private final Deque<Line> open = new ArrayDeque<>();

  /** A line still to be written; without a step only its text. */
  private record Line(int depth, String label, Step step) {}

  private StepTree() {}

  static String of(List<Step> steps, int depth) {
    StepTree tree = new StepTree();
    tree.push(steps, depth);
    while (!tree.open.isEmpty()) {
      tree.write(tree.open.pop());
    }
    return tree.text.toString();
  }

  private void write(Line line) {
    text.append("  ".repeat(line.depth)).append(line.label);
    if (line.step != null) {
      text.append(' ').append(line.step.describe());
      pushParts(line.step, line.depth + 1);
    }
    text.append('\n');
  }

  private void pushParts(Step step, int depth) {
    List<StepBranch> failures = failures(step);
    for (int i = failures.size() - 1; i >= 0; i--) {
      push(failures.get(i).steps(), depth + 1);
      open.push(new Line(depth, failures.get(i).name(), null));
    }
    switch (step) {
      case When when -> {
        if (!when.otherwise().isEmpty()) {
          push(when.otherwise(), depth + 1);
          open.push(new Line(depth, "otherwise", null));
        }
        push(when.then(), depth);
      }
      case Choose choose -> {
        if (!choose.otherwise().isEmpty()) {
          push(choose.otherwise(), depth + 1);
          open.push(new Line(depth, "otherwise", null));
        }
        for (int i = choose.cases().size() - 1; i >= 0; i--) {
          open.push(new Line(depth, "case " + (i + 1), choose.cases().get(i)));
        }
      }
      case Sequence sequence -> push(sequence.steps(), depth);
      case OnOneWorker one -> push(one.steps(), depth);
      default -> {
        // A step without parts but for those where it fails.
      }
    }
  }

  /** Pushed first to be written last: a stack. */
  private static List<StepBranch> failures(Step step) {
    return StepBranch.of(step).stream().filter(StepBranch::failure).toList();
  }

  private void push(List<Step> steps, int depth) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      open.push(new Line(depth, Integer.toString(i + 1), steps.get(i)));
    }
  }
}
