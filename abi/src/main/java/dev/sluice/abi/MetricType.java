package dev.sluice.abi;

import io.vavr.control.Option;

/** Kind of a metric ({@code proxy_metric_type_t}). */
public enum MetricType {
  COUNTER(0),
  GAUGE(1),
  HISTOGRAM(2);

  private static final MetricType[] VALUES = values();

  private final int code;

  MetricType(int code) {
    this.code = code;
  }

  /** The number that crosses the ABI. */
  public int code() {
    return code;
  }

  /** The constant with this code, none where the ABI does not define the code. */
  public static Option<MetricType> fromCode(int code) {
    for (MetricType value : VALUES) {
      if (value.code == code) {
        return Option.some(value);
      }
    }
    return Option.none();
  }
}
