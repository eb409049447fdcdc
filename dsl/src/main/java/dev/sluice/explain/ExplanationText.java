package dev.sluice.explain;

import dev.sluice.abi.Callback;
import io.vavr.collection.List;

/** An explanation for people. */
final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  ExplanationText(Explanation explanation) {
    line("plugin " + explanation.plugin().name());
    line("when its code fails: " + explanation.failurePolicy());
    if (explanation.readsSettings()) {
      line("reads its settings");
    }
    line("exports: " + explanation.exports().map(Callback::exportName).mkString(", "));
    explanation.parts().forEach(this::part);
    if (!explanation.holds().isEmpty()) {
      line("");
      line("may be held");
      explanation.holds().forEach(hold -> line("  " + hold.path() + " for " + hold.text()));
    }
  }

  private void part(ExplainedPart part) {
    line("");
    line(part.name());
    boolean many = part.rings().size() > 1;
    for (int i = 0; i < part.rings().size(); i++) {
      if (many && !part.rings().get(i).isEmpty()) {
        line("  filter " + (i + 1));
      }
      text.append(StepTree.of(part.rings().get(i).asJava(), many ? 2 : 1));
    }
    ways(part.passage(), part.ways());
    part.recurring()
        .forEach(recurring -> line(
            "and " + recurring.when() + ": "
                + count(recurring.uses().count(HostcallUse::certain), recurring.uses().size())
                + " (" + names(recurring.uses()) + ")"));
  }

  private void ways(String passage, Ways ways) {
    String what = passage.equals("each time") ? "hostcalls each time: " : "hostcalls of " + passage + ": ";
    if (ways.shortest().isEmpty()) {
      line(what + "too many combinations to tell");
      return;
    }
    line(what + count(ways.shortest().get().cost(), ways.longest().get().most()) + ", "
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

  private static String count(int least, int most) {
    return least == most ? "" + least : least + " to " + most;
  }

  private void way(Way way) {
    String decisions = way.decisions().isEmpty() ? "always" : way.decisions().mkString("; ");
    line("  " + decisions + " -> " + way.outcome() + ": " + count(way.cost(), way.most()));
    if (!way.uses().isEmpty()) {
      line("    " + names(way.uses()));
    }
    if (!way.ownCode().isEmpty()) {
      line("    and what these ask of the host: " + way.ownCode().mkString(", "));
    }
  }

  /** Those that are made only sometimes in brackets, with their number where there are several in a row. */
  private static String names(List<HostcallUse> uses) {
    List<String> names = List.empty();
    for (List<HostcallUse> left = uses; !left.isEmpty();) {
      HostcallUse first = left.head();
      int same = first.certain() ? 1 : left.takeWhile(first::equals).size();
      names = names.append(first.certain() ? first.hostcall()
          : "[" + first.hostcall() + (same > 1 ? " x " + same : "") + "]");
      left = left.drop(same);
    }
    return names.mkString(", ");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
