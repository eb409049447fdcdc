package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.value.TextValue;
import java.util.List;

/**
 * A tag of a metric (a label in Prometheus): a value of the stream, out of few. What clients choose must not become as many
 * metrics, so either all values are declared, or only the first so many are told apart; what is none of them counts as
 * {@code other}, an absent one as {@code none}. In a value all but letters, digits and {@code _-.:/} becomes an underscore,
 * and only 64 bytes of it are kept.
 *
 * @param values all values that are told apart, none for the first {@code most} that come
 * @param most how many are told apart where none are declared
 */
public record MetricTag(String name, TextValue value, List<String> values, int most) {
  private static final int DEFAULT_MOST = 20;
  private static final int HIGHEST_MOST = 500;

  public MetricTag {
    Metric.checkedName("tag", name);
    Check.given("tag", "the value of " + name, value);
    values = Lists.copy(Check.given("tag", "the list of values", values));
    if (most < 1 || most > HIGHEST_MOST) {
      throw new IllegalArgumentException("tag: " + Decimal.of(most) + " values of " + name + "; give 1 to 500");
    }
  }

  /** A tag with these values; where there are none, with the first 20 that come. */
  static MetricTag of(String name, TextValue value, String... values) {
    return new MetricTag(name, value, Check.all("tag", "value", values), DEFAULT_MOST);
  }

  /** What takes this tag out of a metric's name again, in the syntax of RE2: for Envoy's {@code stats_tags}. */
  public String regex() {
    return "(;" + name.replace(".", "\\.") + "=([^;]*))";
  }
}
