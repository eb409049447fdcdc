package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;

/** One metric, with Envoy's rules ({@code Context::incrementMetric} and its neighbours). Numbers wrap around. */
final class Metric {
  private final MetricType type;
  private long value;
  private HistogramSummary summary = HistogramSummary.EMPTY;

  Metric(MetricType type) {
    this.type = type;
  }

  MetricType type() {
    return type;
  }

  /** Adds to a counter or gauge. A counter only grows. */
  synchronized Status increment(long by) {
    if (type == MetricType.HISTOGRAM || type == MetricType.COUNTER && by <= 0) {
      return Status.BAD_ARGUMENT;
    }
    value += by;
    return Status.OK;
  }

  /** Adds to a counter, sets a gauge, or notes a sample. */
  synchronized Status record(long recorded) {
    switch (type) {
      case COUNTER -> value += recorded;
      case GAUGE -> value = recorded;
      case HISTOGRAM -> summary = summary.with(recorded);
    }
    return Status.OK;
  }

  /** The value of a counter or gauge. */
  synchronized Answer get() {
    return type == MetricType.HISTOGRAM ? Answer.refused(Status.BAD_ARGUMENT) : new Answer(Status.OK, value);
  }

  synchronized long value() {
    return value;
  }

  synchronized HistogramSummary summary() {
    return summary;
  }
}
