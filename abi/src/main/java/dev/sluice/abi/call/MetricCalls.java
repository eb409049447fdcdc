package dev.sluice.abi.call;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;

/** Metrics of the host. */
public interface MetricCalls {
  /** Defines a metric, or finds it ({@code proxy_define_metric}): its handle. */
  default Answer define(MetricType type, Bytes name) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }

  /** Adds to a counter or gauge ({@code proxy_increment_metric}); a negative number is for gauges only. */
  default Status increment(int metric, long by) {
    return Status.UNIMPLEMENTED;
  }

  /** Sets a gauge, or records a sample of a histogram ({@code proxy_record_metric}). */
  default Status record(int metric, long value) {
    return Status.UNIMPLEMENTED;
  }

  /** The value of a counter or gauge ({@code proxy_get_metric}). */
  default Answer get(int metric) {
    return Answer.refused(Status.UNIMPLEMENTED);
  }
}
