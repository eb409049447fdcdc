package dev.sluice.check;

import java.util.ArrayList;
import java.util.List;

/** Collects findings in the order in which steps stand. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void add(FindingKind kind, StepPath path, String reason, String advice) {
    Finding finding = new Finding(kind, path.toString(), reason, advice);
    if (!all.contains(finding)) {
      all.add(finding);
    }
  }

  List<Finding> all() {
    return all;
  }
}
