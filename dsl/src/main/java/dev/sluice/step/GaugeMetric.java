package dev.sluice.step;

import dev.sluice.abi.MetricType;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.plan.LongReader;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Goes up and down.
 *
 * <pre>{@code
 * GaugeMetric queued = gauge("queued");
 * queued.set(answer().header("x-queued").asLong())
 * }</pre>
 */
public record GaugeMetric(String name, List<MetricTag> tags) implements Metric {
  public GaugeMetric {
    Metric.checkedName("gauge", name);
    tags = Lists.copy(Check.given("gauge", "the list of tags", tags));
  }

  /** The same metric with one more tag, which has one of these values; where none are given, one of the first 20 that come. */
  public GaugeMetric tag(String tagName, TextValue value, String... values) {
    return new GaugeMetric(name, Metric.with(tags, MetricTag.of(tagName, value, values)));
  }

  /** The same metric with one more tag, which has one of the first so many values that come (1 to 500). */
  public GaugeMetric tag(String tagName, TextValue value, int most) {
    return new GaugeMetric(name, Metric.with(tags, new MetricTag(tagName, value, Lists.none(), most)));
  }

  @Override
  public MetricType type() {
    return MetricType.GAUGE;
  }

  /** Sets it to this, 0 or more. */
  public Step set(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("gauge " + name + ": gauges are not set below zero");
    }
    return set(new LiteralNumber(number));
  }

  /** Sets it to this; leaves it where the number is absent or negative. */
  public Step set(NumberValue number) {
    return new ChangeMetric(this, ChangeMetric.How.RECORD, number);
  }

  /** Adds this, which may be negative. */
  public Step add(long number) {
    return add(new LiteralNumber(number));
  }

  /** Adds this, which may be negative; nothing where the number is absent. */
  public Step add(NumberValue number) {
    return new ChangeMetric(this, ChangeMetric.How.ADD, number);
  }

  @Override
  public boolean takes(ChangeMetric.How how, long number) {
    return how == ChangeMetric.How.ADD ? number != LongReader.ABSENT : number >= 0;
  }
}
