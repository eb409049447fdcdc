package dev.sluice.check;

import dev.sluice.explain.Records;
import dev.sluice.explain.StepParts;
import dev.sluice.step.Bind;
import dev.sluice.step.ChangeMetric;
import dev.sluice.step.Choose;
import dev.sluice.step.Custom;
import dev.sluice.step.Log;
import dev.sluice.step.Step;
import dev.sluice.step.UpdateShared;
import dev.sluice.step.When;
import dev.sluice.value.Condition;
import dev.sluice.value.FirstPresent;
import dev.sluice.value.NumberOr;
import dev.sluice.value.OrLiteral;
import dev.sluice.value.RefText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Variables: bound before they are read, on whatever way, and read at all. */
final class VariableRules {
  private final Findings findings;
  private final Map<String, StepPath> bound = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();

  VariableRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site, State state) {
    Step step = site.step();
    if (!(step instanceof UpdateShared)) {
      Walk.binds(step).forEach(name -> bound.putIfAbsent(name, site.path()));
    }
    Set<String> own = step instanceof UpdateShared update ? Set.of(update.old()) : Set.of();
    for (RefText ref : site.within(RefText.class)) {
      read.add(ref.name());
      if (!state.seen().contains(ref.name()) && !own.contains(ref.name())) {
        findings.add(FindingKind.UNKNOWN_VARIABLE, site.path(), "no step before binds \"" + ref.name() + "\"",
            "bind it in an earlier step, or mend its name");
      }
    }
    if (site.isIn("log", "close", "request metadata", "response metadata", "done") || toleratesAbsence(step)) {
      return;
    }
    StepParts.own(step).forEach(part -> bare(part, site, state, own));
  }

  /** Steps for which it is said what they do with what is absent, since they are made for it. */
  private static boolean toleratesAbsence(Step step) {
    return step instanceof Log || step instanceof ChangeMetric || step instanceof Custom || step instanceof When
        || step instanceof Choose || step instanceof Bind;
  }

  /** Variables whose absence nothing within the value has an answer to. */
  private void bare(Object part, Site site, State state, Set<String> own) {
    if (part instanceof Condition || part instanceof FirstPresent || part instanceof OrLiteral
        || part instanceof NumberOr || part instanceof Step) {
      return;
    }
    if (part instanceof RefText ref && state.seen().contains(ref.name()) && !state.sure().contains(ref.name())
        && !own.contains(ref.name())) {
      findings.add(FindingKind.MAYBE_UNBOUND, site.path(), "\"" + ref.name() + "\" is not bound on all ways to here,"
          + " and absent on the others", "bind it on each way, or say what comes in its place with orElse(..)");
    }
    Records.parts(part).forEach(inner -> bare(inner, site, state, own));
  }

  /** When all steps were seen. */
  void end() {
    bound.forEach((name, path) -> {
      if (!read.contains(name)) {
        findings.add(FindingKind.UNUSED_VARIABLE, path, "nothing reads \"" + name + "\"",
            "read it with ref(\"" + name + "\"), or do not bind it");
      }
    });
  }
}
