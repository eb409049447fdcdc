package dev.sluice.explain;

import dev.sluice.abi.Callback;
import dev.sluice.step.Step;
import io.vavr.control.Option;
import java.util.List;

/** An explanation for people. */
final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  ExplanationText(Explanation explanation) {
    line("plugin " + explanation.plugin().name());
    line("when its code fails: " + explanation.failurePolicy());
    line("exports: " + explanation.exports().map(Callback::exportName).mkString(", "));
    part("request", explanation.plugin().filter().requestParts(), explanation.request());
    part("response", explanation.plugin().filter().responseParts(), explanation.response());
  }

  private void part(String name, List<List<Step>> parts, Option<Ways> ways) {
    if (ways.isEmpty()) {
      return;
    }
    line("");
    line(name);
    for (int i = 0; i < parts.size(); i++) {
      boolean many = parts.size() > 1;
      if (many && !parts.get(i).isEmpty()) {
        line("  filter " + (i + 1));
      }
      text.append(StepTree.of(parts.get(i), many ? 2 : 1));
    }
    ways(name, ways.get());
  }

  private void ways(String name, Ways ways) {
    if (ways.shortest().isEmpty()) {
      line("hostcalls of a " + name + ": too many combinations to tell");
      return;
    }
    int least = ways.shortest().get().cost();
    int most = ways.longest().get().cost();
    line("hostcalls of a " + name + ": " + (least == most ? "" + least : least + " to " + most) + ", "
        + (ways.count() == 1 ? "1 way" : ways.count() + " ways"));
    if (ways.all().isDefined()) {
      ways.all().get().forEach(this::way);
    } else {
      line("  shortest");
      way(ways.shortest().get());
      line("  longest");
      way(ways.longest().get());
    }
  }

  private void way(Way way) {
    String decisions = way.decisions().isEmpty() ? "always" : way.decisions().mkString("; ");
    line("  " + decisions + " -> " + way.outcome() + ": " + way.cost());
    if (!way.hostcalls().isEmpty()) {
      line("    " + way.hostcalls().mkString(", "));
    }
    if (!way.ownCode().isEmpty()) {
      line("    and what these ask of the host: " + way.ownCode().mkString(", "));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
