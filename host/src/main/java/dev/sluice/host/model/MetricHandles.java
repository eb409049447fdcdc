package dev.sluice.host.model;

import dev.sluice.abi.MetricType;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which one VM knows metrics. The type is in the two lowest bits, as in Envoy. */
final class MetricHandles {
  private static final int TYPE_MASK = 3;
  private static final int STEP = 4;

  private final Map<Integer, Metric> metrics = new HashMap<>();
  private final Map<Metric, Integer> handles = new HashMap<>();

  /** The metric's number; the same one each time, so that defining it again and again takes no memory. */
  int handle(Metric metric) {
    return handles.computeIfAbsent(metric, key -> {
      int handle = (handles.size() + 1) * STEP | key.type().code();
      metrics.put(handle, key);
      return handle;
    });
  }

  /** Null where there is none of this number. */
  Metric find(int handle) {
    return metrics.get(handle);
  }

  /** Which type of metric a number is of, whether there is such a metric or not; null for none at all. */
  static MetricType type(int handle) {
    return MetricType.fromCode(handle & TYPE_MASK).getOrNull();
  }
}
