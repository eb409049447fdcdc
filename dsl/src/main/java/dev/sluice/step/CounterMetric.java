package dev.sluice.step;

import dev.sluice.abi.MetricType;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.LiteralNumber;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * Counts up.
 *
 * <pre>{@code
 * CounterMetric refused = counter("refused").tag("method", method(), "GET", "POST");
 * when(header("x-user").missing()).then(refused.increment(), respond(403))
 * }</pre>
 */
public record CounterMetric(String name, List<MetricTag> tags) implements Metric {
  public CounterMetric {
    Metric.checkedName("counter", name);
    tags = Lists.copy(Check.given("counter", "the list of tags", tags));
  }

  /** The same metric with one more tag, which has one of these values; where none are given, one of the first 20 that come. */
  public CounterMetric tag(String tagName, TextValue value, String... values) {
    return new CounterMetric(name, Metric.with(tags, MetricTag.of(tagName, value, values)));
  }

  /** The same metric with one more tag, which has one of the first so many values that come (1 to 500). */
  public CounterMetric tag(String tagName, TextValue value, int most) {
    return new CounterMetric(name, Metric.with(tags, new MetricTag(tagName, value, Lists.none(), most)));
  }

  @Override
  public MetricType type() {
    return MetricType.COUNTER;
  }

  /** A host refuses to add nothing to a counter. */
  @Override
  public boolean takes(ChangeMetric.How how, long number) {
    return number > 0;
  }

  /** Counts one. */
  public Step increment() {
    return add(1);
  }

  /** Counts so many, 0 or more. */
  public Step add(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("counter " + name + ": counters count up; use a gauge");
    }
    return add(new LiteralNumber(number));
  }

  /** Counts so many; nothing where the number is absent or negative. */
  public Step add(NumberValue number) {
    return new ChangeMetric(this, ChangeMetric.How.ADD, number);
  }
}
