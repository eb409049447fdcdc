package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.CounterMetric;
import dev.sluice.step.HistogramMetric;
import dev.sluice.value.TextValue;

/**
 * What metrics of requests tell apart. Each has few values: a method that HTTP does not define counts as {@code other}, and so
 * do all values of the others beyond the first 100.
 */
public enum RequestTag {
  /** The method: one of the nine of RFC 9110 and RFC 5789. */
  METHOD,
  /** The status; {@code none} where no response came. */
  STATUS,
  /** {@code 2xx} and so on; {@code none} where no response came. */
  STATUS_CLASS,
  /** The name of the proxy's route. */
  ROUTE,
  /** The name of the cluster that the request went to. */
  CLUSTER;

  private static final int MOST = 100;

  CounterMetric in(CounterMetric metric) {
    return this == METHOD ? metric.tag(tag(), value(), methods()) : metric.tag(tag(), value(), MOST);
  }

  HistogramMetric in(HistogramMetric metric) {
    return this == METHOD ? metric.tag(tag(), value(), methods()) : metric.tag(tag(), value(), MOST);
  }

  private static String[] methods() {
    return new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
  }

  private String tag() {
    return switch (this) {
      case METHOD -> "method";
      case STATUS -> "status";
      case STATUS_CLASS -> "status_class";
      case ROUTE -> "route";
      case CLUSTER -> "cluster";
    };
  }

  private TextValue value() {
    return switch (this) {
      case METHOD -> method();
      case STATUS -> status().asText();
      case STATUS_CLASS -> status().dividedBy(100).asText().append("xx");
      case ROUTE -> routeName();
      case CLUSTER -> clusterName();
    };
  }
}
