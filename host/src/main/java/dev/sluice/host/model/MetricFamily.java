package dev.sluice.host.model;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MetricType;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.MetricCalls;

/** Metrics with Envoy's rules. */
public final class MetricFamily implements MetricCalls {
  private static final String DEFINE = "proxy_define_metric";
  private static final String INCREMENT = "proxy_increment_metric";
  private static final String RECORD = "proxy_record_metric";
  private static final String GET = "proxy_get_metric";

  private final CurrentContext current;

  MetricFamily(CurrentContext current) {
    this.current = current;
  }

  /** {@inheritDoc} {@link Status#INTERNAL_FAILURE} where state that VMs share has used up its room. */
  @Override
  public Answer define(MetricType type, Bytes name) {
    Vm vm = current.require(DEFINE).vm();
    Metric metric = vm.worker().proxy().metrics().define(type, name);
    Answer handle = metric == null
        ? Answer.refused(Status.INTERNAL_FAILURE)
        : new Answer(Status.OK, vm.metrics().handle(metric));
    current.called(DEFINE, handle.status(), type, name);
    return handle;
  }

  /** {@inheritDoc} A counter takes no 0 either. */
  @Override
  public Status increment(int metric, long by) {
    Metric known = current.require(INCREMENT).vm().metrics().find(metric);
    MetricType type = MetricHandles.type(metric);
    boolean counts = type == MetricType.COUNTER || type == MetricType.GAUGE;
    Status status = known != null ? known.increment(by) : counts ? Status.NOT_FOUND : Status.BAD_ARGUMENT;
    current.called(INCREMENT, status, Integer.toUnsignedLong(metric), by);
    return status;
  }

  /** {@inheritDoc} Recording with a counter adds to it, as in Envoy. */
  @Override
  public Status record(int metric, long value) {
    Metric known = current.require(RECORD).vm().metrics().find(metric);
    Status status = known == null ? Status.NOT_FOUND : known.record(value);
    current.called(RECORD, status, Integer.toUnsignedLong(metric), Long.toUnsignedString(value));
    return status;
  }

  @Override
  public Answer get(int metric) {
    Metric known = current.require(GET).vm().metrics().find(metric);
    MetricType type = MetricHandles.type(metric);
    boolean counts = type == MetricType.COUNTER || type == MetricType.GAUGE;
    Answer value = known != null
        ? known.get()
        : Answer.refused(counts ? Status.NOT_FOUND : Status.BAD_ARGUMENT);
    current.called(GET, value.status(), Integer.toUnsignedLong(metric));
    return value;
  }
}
