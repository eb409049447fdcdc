package dev.sluice.check;

import dev.sluice.step.Metric;
import dev.sluice.step.MetricTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Metrics: one type and the same tags for each name. */
final class MetricRules {
  private final Findings findings;
  private final Map<String, Use> first = new HashMap<>();

  private record Use(String made, StepPath path) {}

  MetricRules(Findings findings) {
    this.findings = findings;
  }

  void at(Site site) {
    for (Metric metric : site.within(Metric.class)) {
      List<String> tags = metric.tags().stream().map(MetricTag::name).toList();
      String type = metric.type().name().toLowerCase(java.util.Locale.ROOT);
      Use use = new Use("a " + type + (tags.isEmpty() ? "" : " with " + String.join(", ", tags)), site.path());
      Use before = first.putIfAbsent(metric.name(), use);
      if (before != null && !before.made.equals(use.made)) {
        findings.add(FindingKind.DUPLICATE_METRIC, site.path(),
            "metric " + metric.name() + " is " + use.made + " here and " + before.made + " at " + before.path,
            "give one of them another name");
      }
    }
  }
}
