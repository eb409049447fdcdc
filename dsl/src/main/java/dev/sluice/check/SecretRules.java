package dev.sluice.check;

import dev.sluice.explain.StepParts;
import dev.sluice.value.CombinedText;
import dev.sluice.value.HeaderText;
import dev.sluice.value.SecretText;
import dev.sluice.value.TextAsked;
import dev.sluice.value.TextCompared;
import dev.sluice.value.text.Comparisons;
import dev.sluice.value.text.Predicates;

/** Secrets: compared with all that a client sent, in constant time. */
final class SecretRules {
  private final Findings findings;

  SecretRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site) {
    for (TextAsked asked : site.within(TextAsked.class)) {
      if (asked.question() instanceof Predicates.Known) {
        given(asked.value(), site);
      }
    }
    for (TextCompared compared : site.within(TextCompared.class)) {
      boolean left = compared.value() instanceof SecretText;
      boolean constant = compared.how() instanceof Comparisons.SameSecret;
      if (left || compared.other() instanceof SecretText || constant) {
        given(left ? compared.other() : compared.value(), site);
      }
      if ((left || compared.other() instanceof SecretText) && !constant) {
        findings.add(FindingKind.TIMED_SECRET, site.path(),
            "\"" + compared.describe() + "\" takes longer the more of the secret is right", "use constantTimeIs(..)");
      }
    }
  }

  private void given(Object value, Site site) {
    for (HeaderText header : StepParts.within(value, HeaderText.class)) {
      findings.add(FindingKind.FIRST_VALUE_SECRET, site.path(),
          "header " + header.name() + " may come twice, and the upstream may go by the other value",
          "use header(\"" + header.name() + "\").single()");
    }
    for (CombinedText header : StepParts.within(value, CombinedText.class)) {
      findings.add(FindingKind.FIRST_VALUE_SECRET, site.path(),
          "header " + header.name() + " may come several times", "use header(\"" + header.name() + "\").single()");
    }
  }
}
