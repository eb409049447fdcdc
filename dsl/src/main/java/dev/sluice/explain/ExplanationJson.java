package dev.sluice.explain;

import dev.sluice.abi.Callback;
import dev.sluice.data.json.JsonWriter;
import dev.sluice.step.Step;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.function.Function;

/** An explanation for programs. Its members stay; others may be added. */
final class ExplanationJson {
  private final StringBuilder out = new StringBuilder();

  ExplanationJson(Explanation explanation) {
    write(LinkedHashMap.of(
        "plugin", explanation.plugin().name(),
        "onFailure", explanation.failurePolicy(),
        "readsSettings", explanation.readsSettings(),
        "exports", explanation.exports().map(Callback::exportName),
        "parts", explanation.parts().map(ExplanationJson::part),
        "holds", explanation.holds().map(ExplanationJson::hold)), "\n");
    out.append('\n');
  }

  private static Map<String, Object> part(ExplainedPart part) {
    List<Object> steps = List.empty();
    for (int i = 0; i < part.rings().size(); i++) {
      steps = steps.appendAll(steps(part.path(i), part.rings().get(i)));
    }
    Ways ways = part.ways();
    Map<String, Object> hostcalls = LinkedHashMap.<String, Object>of("ways", ways.count())
        .put("least", known(ways.shortest().map(Way::cost)))
        .put("most", known(ways.longest().map(Way::most)))
        .put("shortest", known(ways.shortest().map(ExplanationJson::way)))
        .put("longest", known(ways.longest().map(ExplanationJson::way)))
        .put("all", known(ways.all().map(all -> all.map(ExplanationJson::way))))
        .put("recurring", part.recurring()
            .map(one -> LinkedHashMap.of("when", (Object) one.when(), "uses", uses(one.uses()))));
    return LinkedHashMap.of("name", part.name(), "steps", steps, "hostcalls", hostcalls);
  }

  private static List<Object> steps(String path, Iterable<Step> steps) {
    List<Object> all = List.empty();
    int number = 1;
    for (Step step : steps) {
      String at = path + "/" + number++ + " " + step.word();
      Map<String, Object> one = LinkedHashMap.of("path", at, "step", step.describe());
      List<Object> branches = List.ofAll(StepBranch.of(step))
          .map(branch -> LinkedHashMap.of(
              "name", (Object) branch.name(), "failure", branch.failure(),
              "steps", steps(branch.name().isEmpty() ? at : at + "/" + branch.name(), branch.steps())));
      all = all.append(branches.isEmpty() ? one : one.put("branches", branches));
    }
    return all;
  }

  private static Map<String, Object> way(Way way) {
    return LinkedHashMap.of("decisions", way.decisions(), "outcome", way.outcome(), "least", way.cost(),
        "most", way.most(), "uses", uses(way.uses()), "ownCode", way.ownCode());
  }

  private static List<Object> uses(List<HostcallUse> uses) {
    return uses.map(use -> LinkedHashMap.of("hostcall", (Object) use.hostcall(), "certain", use.certain()));
  }

  private static Map<String, Object> hold(Hold hold) {
    return LinkedHashMap.of("path", hold.path(), "what", hold.what(), "cluster", known(hold.cluster()),
        "bytes", known(hold.bytes()), "millis", hold.millis(), "attempts", hold.attempts(), "failure", hold.failure());
  }

  /** Null where it cannot be told. */
  private static Object known(Option<?> what) {
    return what.isDefined() ? what.get() : Option.none();
  }

  private void write(Object value, String lineStart) {
    switch (value) {
      case String text -> out.append(JsonWriter.string(text));
      case Map<?, ?> map -> {
        Function<Object, Object> key = one -> one;
        list("{", map.toList(), "}", lineStart, entry -> {
          out.append(JsonWriter.string(String.valueOf(key.apply(entry._1)))).append(": ");
          write(entry._2, lineStart + "  ");
        });
      }
      case List<?> list -> list("[", list, "]", lineStart, one -> write(one, lineStart + "  "));
      case Option<?> none -> out.append("null");
      default -> out.append(value);
    }
  }

  private <T> void list(
      String open, List<T> all, String close, String lineStart, java.util.function.Consumer<T> each) {
    out.append(open);
    String between = lineStart + "  ";
    for (T one : all) {
      out.append(between);
      each.accept(one);
      between = "," + lineStart + "  ";
    }
    out.append(all.isEmpty() ? "" : lineStart).append(close);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
