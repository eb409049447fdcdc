package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.CounterMetric;
import java.util.HashSet;
import java.util.List;

/**
 * Counts requests when they are over, whoever answered them.
 *
 * <pre>{@code
 * counter(RequestCounter.named("requests").by(RequestTag.METHOD, RequestTag.ROUTE))
 * }</pre>
 *
 * @param metric its name: letters, digits, underscores and dots
 * @param tags what is told apart
 */
public record RequestCounter(String metric, List<RequestTag> tags) {
  private static final String NAME = "requests";
  private static final List<RequestTag> TAGS = List.of(RequestTag.METHOD, RequestTag.STATUS_CLASS);

  /** Settings of a configuration; see docs/filters/counter.md. */
  public static final Decoder<RequestCounter> DECODER = object(
      field("metric", text().map(RequestCounter::checked)).orElse(NAME).describedAs("its name"),
      field("tags", listOf(enumOf(RequestTag.values()))).orElse(TAGS).describedAs("what is told apart"))
      .as(RequestCounter::new);

  public RequestCounter {
    checked(metric);
    tags = List.copyOf(tags);
    if (new HashSet<>(tags).size() < tags.size()) {
      throw new IllegalArgumentException("counter: a tag is given twice; give each once");
    }
  }

  private static String checked(String name) {
    counter(name);
    return name;
  }

  /** Under this name, by method and class of status. */
  public static RequestCounter named(String name) {
    return new RequestCounter(name, TAGS);
  }

  /** The same with these tags and no others. */
  public RequestCounter by(RequestTag... told) {
    return new RequestCounter(metric, List.of(told));
  }

  /** The filter that does this. */
  public Filter filter() {
    CounterMetric tagged = counter(metric);
    for (RequestTag tag : tags) {
      tagged = tag.in(tagged);
    }
    return onLog(tagged.increment());
  }
}
