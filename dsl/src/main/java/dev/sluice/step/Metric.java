package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.abi.MetricType;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import java.util.List;

/**
 * A metric of the proxy (Envoy: {@code wasmcustom.<name>} in its stats). Defined by the host when it is first changed, in
 * each worker's VM, and then found by its handle.
 *
 * <p>Tags are written into the name, {@code requests;method=GET;code=200}, which Envoy takes apart again by a
 * {@code stats_tags} entry for each tag with {@link MetricTag#regex} as its regex.
 */
public sealed interface Metric permits CounterMetric, GaugeMetric, HistogramMetric {
  /** Without tags: letters, digits, underscores and dots. */
  String name();

  List<MetricTag> tags();

  MetricType type();

  /** Whether the metric can be changed so. */
  default boolean takes(ChangeMetric.How how, long number) {
    return number >= 0;
  }

  /** A name that can stand in a metric's. */
  static String checkedName(String word, String name) {
    Check.filled(word, "the name", name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letterOrDigit && c != '_' && c != '.') {
        throw new IllegalArgumentException(
            word + ": the name \"" + name + "\" has an illegal character at index " + Decimal.of(i)
                + "; use letters, digits, underscores and dots");
      }
    }
    return name;
  }

  /** The tags and one more. */
  static List<MetricTag> with(List<MetricTag> tags, MetricTag tag) {
    for (MetricTag other : tags) {
      if (other.name().equals(tag.name())) {
        throw new IllegalArgumentException("tag: the metric has a tag " + tag.name() + " already");
      }
    }
    return Lists.append(tags, tag);
  }
}
