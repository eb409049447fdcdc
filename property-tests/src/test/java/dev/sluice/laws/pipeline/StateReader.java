package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.Cache;
import dev.sluice.step.CounterMetric;
import dev.sluice.step.GaugeMetric;
import dev.sluice.step.HistogramMetric;
import dev.sluice.step.SharedCounter;
import dev.sluice.step.TextState;
import dev.sluice.step.TokenBucket;
import dev.sluice.value.TextValue;
import java.time.Duration;

/**
 * What outlives streams, of one run of a pipeline: every run has names of its own, since what is shared cannot be taken away
 * again. Compiled into the module.
 */
final class StateReader {
  /** Longer than any exchange takes. */
  private static final Duration LONG = Duration.ofDays(300);

  private final String space;

  /** @param space before all names */
  StateReader(String space) {
    this.space = space;
  }

  String key(String key) {
    return space + key;
  }

  /** With one place, which keys take from each other. */
  SharedCounter counter() {
    return sharedCounter(key("c"), 1);
  }

  Cache cache() {
    return dev.sluice.dsl.Sluice.cache(key("c"), 1, LONG).valueLimit(10);
  }

  TokenBucket bucket() {
    return tokenBucket(key("b"), 1, 2, LONG);
  }

  TextState text() {
    return state(key("t"), "open");
  }

  CounterMetric count(TextValue tag) {
    return dev.sluice.dsl.Sluice.counter(key("m")).tag("t", tag, "a", "b");
  }

  GaugeMetric gauge() {
    return dev.sluice.dsl.Sluice.gauge(key("g"));
  }

  HistogramMetric histogram() {
    return dev.sluice.dsl.Sluice.histogram(key("h"));
  }
}
