package dev.sluice.std.observe;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.attribute.RequestAttributes;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.HistogramMetric;
import java.util.HashSet;
import java.util.List;

/**
 * Records how long requests took: from the first byte that the proxy got to the last one that it sent, in whole
 * milliseconds.
 *
 * <pre>{@code
 * latency(RequestLatency.named("request_milliseconds").by(RequestTag.ROUTE))
 * }</pre>
 *
 * @param metric its name: letters, digits, underscores and dots
 * @param tags what is told apart
 */
public record RequestLatency(String metric, List<RequestTag> tags) {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final String NAME = "request_milliseconds";
  private static final List<RequestTag> TAGS = List.of(RequestTag.METHOD, RequestTag.STATUS_CLASS);

  /** Settings of a configuration; see docs/filters/latency.md. */
  public static final Decoder<RequestLatency> DECODER = object(
      field("metric", text().map(RequestLatency::checked)).orElse(NAME).describedAs("its name"),
      field("tags", listOf(enumOf(RequestTag.values()))).orElse(TAGS).describedAs("what is told apart"))
      .as(RequestLatency::new);

  public RequestLatency {
    checked(metric);
    tags = List.copyOf(tags);
    if (new HashSet<>(tags).size() < tags.size()) {
      throw new IllegalArgumentException("latency: a tag is given twice; give each once");
    }
  }

  private static String checked(String name) {
    histogram(name);
    return name;
  }

  /** Under this name, by method and class of status. */
  public static RequestLatency named(String name) {
    return new RequestLatency(name, TAGS);
  }

  /** The same with these tags and no others. */
  public RequestLatency by(RequestTag... told) {
    return new RequestLatency(metric, List.of(told));
  }

  /** The filter that does this. */
  public Filter filter() {
    HistogramMetric tagged = histogram(metric);
    for (RequestTag tag : tags) {
      tagged = tag.in(tagged);
    }
    return onLog(tagged.record(property(RequestAttributes.duration()).number().dividedBy(NANOS_PER_MILLI)));
  }
}
