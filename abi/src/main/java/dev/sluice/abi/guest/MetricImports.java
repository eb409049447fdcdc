package dev.sluice.abi.guest;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.MetricCalls;
import org.teavm.interop.Import;

/** Metrics over the imports. */
final class MetricImports implements MetricCalls {

  @Import(module = "env", name = "proxy_define_metric")
  private static native int defineMetric(int type, int name, int nameSize, int outMetric);

  @Override
  public Answer define(MetricType type, Bytes name) {
    int nameAt = Arena.place(name);
    return Numbers.word(defineMetric(type.code(), nameAt, name.length(), Arena.FIRST_RESULT));
  }

  @Import(module = "env", name = "proxy_increment_metric")
  private static native int incrementMetric(int metric, long by);

  @Override
  public Status increment(int metric, long by) {
    return Status.of(incrementMetric(metric, by));
  }

  @Import(module = "env", name = "proxy_record_metric")
  private static native int recordMetric(int metric, long value);

  @Override
  public Status record(int metric, long value) {
    return Status.of(recordMetric(metric, value));
  }

  @Import(module = "env", name = "proxy_get_metric")
  private static native int getMetric(int metric, int outValue);

  @Override
  public Answer get(int metric) {
    return Numbers.doubleWord(getMetric(metric, Arena.FIRST_RESULT));
  }
}
