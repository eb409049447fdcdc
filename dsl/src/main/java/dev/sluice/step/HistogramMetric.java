package dev.sluice.step;

import dev.sluice.abi.MetricType;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Records samples, of which the proxy tells how they are distributed.
 *
 * <pre>{@code
 * histogram("request_bytes").record(header("content-length").asLong())
 * }</pre>
 */
public record HistogramMetric(String name, List<MetricTag> tags) implements Metric {
  public HistogramMetric {
    Metric.checkedName("histogram", name);
    tags = Lists.copy(Check.given("histogram", "the list of tags", tags));
  }

  /** The same metric with one more tag, which has one of these values; where none are given, one of the first 20 that come. */
  public HistogramMetric tag(String tagName, TextValue value, String... values) {
    return new HistogramMetric(name, Metric.with(tags, MetricTag.of(tagName, value, values)));
  }

  /** The same metric with one more tag, which has one of the first so many values that come (1 to 500). */
  public HistogramMetric tag(String tagName, TextValue value, int most) {
    return new HistogramMetric(name, Metric.with(tags, new MetricTag(tagName, value, Lists.none(), most)));
  }

  @Override
  public MetricType type() {
    return MetricType.HISTOGRAM;
  }

  /** Records a sample, 0 or more. */
  public Step record(long sample) {
    return record(new LiteralNumber(sample));
  }

  /** Records a sample; nothing where it is absent or negative. */
  public Step record(NumberValue sample) {
    return new ChangeMetric(this, ChangeMetric.How.RECORD, sample);
  }
}
