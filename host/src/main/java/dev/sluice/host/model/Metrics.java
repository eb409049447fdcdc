package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics that the plugins of a proxy have defined; all workers count in the same ones. */
public final class Metrics {
  private final Budget budget;
  private final Map<Name, Metric> all = new ConcurrentHashMap<>();

  Metrics(Budget budget) {
    this.budget = budget;
  }

  /** The value of a counter, or of a gauge where there is no counter of this name; none where there is neither. */
  public Option<Long> value(String name) {
    return find(MetricType.COUNTER, name).orElse(find(MetricType.GAUGE, name)).map(Metric::value);
  }

  /** The samples of a histogram; none where there is none of this name. */
  public Option<HistogramSummary> histogram(String name) {
    return find(MetricType.HISTOGRAM, name).map(Metric::summary);
  }

  private Option<Metric> find(MetricType type, String name) {
    return Option.of(all.get(new Name(type, Bytes.utf8(name))));
  }

  /** The metric of this name, new or not; null where shared state has used up its room. Types have names apart. */
  Metric define(MetricType type, Bytes name) {
    return all.computeIfAbsent(new Name(type, name),
        key -> budget.take(name.length()) ? new Metric(type) : null);
  }

  private record Name(MetricType type, Bytes name) {}
}
