package dev.sluice.explain;

import dev.sluice.plan.TerminalStep;
import dev.sluice.step.Choose;
import dev.sluice.step.Sequence;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import io.vavr.collection.List;

/** The steps of a plugin as a Mermaid flowchart: a subgraph for each part, a diamond for each question. */
final class ExplanationChart {
  private final StringBuilder out = new StringBuilder("flowchart TD\n");
  private final List<Hold> holds;
  private int nodes;

  /** Where a chart can go on: a node, and what its arrow says. */
  private record Exit(String node, String label, boolean failure) {}

  ExplanationChart(Explanation explanation) {
    holds = explanation.holds();
    int number = 0;
    for (ExplainedPart part : explanation.parts()) {
      out.append("  subgraph part").append(number++).append("[\"").append(escaped(part.name())).append("\"]\n");
      List<Exit> open = List.of(new Exit(node("([", part.passage(), "])"), "", false));
      for (int i = 0; i < part.rings().size(); i++) {
        // Responses and logs go outwards.
        int ring = part.name().equals("request") ? i : part.rings().size() - 1 - i;
        open = steps(part.path(ring), part.rings().get(ring), open);
      }
      if (!open.isEmpty()) {
        join(open, node("([", "goes on", "])"));
      }
      out.append("  end\n");
    }
  }

  private List<Exit> steps(String path, Iterable<Step> steps, List<Exit> from) {
    List<Exit> open = from;
    int number = 1;
    for (Step step : steps) {
      open = step(path + "/" + number++ + " " + step.word(), step, open);
    }
    return open;
  }

  private List<Exit> step(String path, Step step, List<Exit> from) {
    if (step instanceof Sequence sequence) {
      return steps(path, sequence.steps(), from);
    }
    if (step instanceof Choose choose) {
      return choose(path, choose, from);
    }
    String node = step instanceof When ? node("{\"", step.describe(), "\"}")
        : step instanceof TerminalStep ? node("([", step.describe(), "])") : node(path, step);
    join(from, node);
    List<Exit> after = step instanceof TerminalStep || step instanceof When ? List.empty()
        : List.of(new Exit(node, "", false));
    if (step instanceof When when) {
      after = steps(path, when.then(), List.of(new Exit(node, "yes", false)))
          .appendAll(steps(path + "/otherwise", when.otherwise(), List.of(new Exit(node, "no", false))));
    }
    for (StepBranch branch : StepBranch.of(step)) {
      if (branch.failure()) {
        after = after.appendAll(
            steps(path + "/" + branch.name(), branch.steps(), List.of(new Exit(node, branch.name(), true))));
      }
    }
    return after;
  }

  private List<Exit> choose(String path, Choose choose, List<Exit> from) {
    List<Exit> open = from;
    List<Exit> after = List.empty();
    for (int i = 0; i < choose.cases().size(); i++) {
      String node = node("{\"", choose.cases().get(i).describe(), "\"}");
      join(open, node);
      after = after.appendAll(
          steps(path + "/case " + (i + 1), choose.cases().get(i).then(), List.of(new Exit(node, "yes", false))));
      open = List.of(new Exit(node, "no", false));
    }
    return after.appendAll(steps(path + "/otherwise", choose.otherwise(), open));
  }

  /** A step that waits has a node with double sides. */
  private String node(String path, Step step) {
    boolean waits = holds.exists(hold -> hold.path().equals(path));
    return node(waits ? "[[" : "[", step.describe(), waits ? "]]" : "]");
  }

  private String node(String open, String text, String close) {
    String name = "n" + nodes++;
    boolean quoted = open.endsWith("\"");
    out.append("    ")
        .append(name)
        .append(open)
        .append(quoted ? "" : "\"")
        .append(escaped(text))
        .append(quoted ? "" : "\"")
        .append(close)
        .append('\n');
    return name;
  }

  private void join(List<Exit> from, String to) {
    for (Exit exit : from) {
      out.append("    ").append(exit.node()).append(exit.failure() ? " -.->" : " -->");
      if (!exit.label().isEmpty()) {
        out.append("|\"").append(escaped(exit.label())).append("\"|");
      }
      out.append(' ').append(to).append('\n');
    }
  }

  /** Within quotes Mermaid reads entities by name or number between # and ; and knows Markdown and HTML. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
          || " -_./:,;=?!()+'@$%{}[]|~^*".indexOf(c) >= 0 && c != ';' || c > 0x7f;
      escaped.append(plain ? Character.toString(c) : c < ' ' ? " " : "#" + c + ";");
    });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
