package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.step.Cache;
import dev.sluice.step.CounterMetric;
import dev.sluice.step.Enqueue;
import dev.sluice.step.ForeignCall;
import dev.sluice.step.GaugeMetric;
import dev.sluice.step.HistogramMetric;
import dev.sluice.step.OnOneWorker;
import dev.sluice.step.PluginState;
import dev.sluice.step.ResetStream;
import dev.sluice.step.SetFilterState;
import dev.sluice.step.SetProperty;
import dev.sluice.step.SetShared;
import dev.sluice.step.SharedCounter;
import dev.sluice.step.Step;
import dev.sluice.step.TextState;
import dev.sluice.step.TokenBucket;
import dev.sluice.step.UpdateShared;
import dev.sluice.value.LiteralText;
import dev.sluice.value.SharedText;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * The words for what outlives a stream (shared data, caches, counters, metrics, queues) and for what the proxy itself keeps
 * of it. Authors import them through {@link Sluice}.
 */
abstract class States extends Rewrites {
  States() {}

  // shared data

  /**
   * What stands under a key in the data that all workers share, absent for nothing.
   * <pre>{@code when(sharedData("maintenance").is("on")).respond(503)}</pre>
   */
  public static TextValue sharedData(String key) {
    return new SharedText(key);
  }

  /**
   * Writes a value under a key of shared data, see {@link SetShared}.
   * <pre>{@code setSharedData("maintenance", query("to"))}</pre>
   */
  public static SetShared setSharedData(String key, TextValue value) {
    return new SetShared(key, value, Lists.none());
  }

  /** Writes a value that the author wrote down under a key of shared data, see {@link SetShared}. */
  public static SetShared setSharedData(String key, String value) {
    return setSharedData(key, new LiteralText(value));
  }

  /**
   * Changes a value of shared data by what it was, which is bound to a name meanwhile, see {@link UpdateShared}.
   * <pre>{@code updateSharedData("trail", "before", template("{} {}", ref("before").orElse(""), path()))}</pre>
   */
  public static UpdateShared updateSharedData(String key, String old, TextValue value) {
    return new UpdateShared(key, old, value, Lists.none());
  }

  /**
   * A cache that all workers share, with so many places for values that hold so long, see {@link Cache}.
   * <pre>{@code Cache roles = cache("roles", 1024, Duration.ofMinutes(5))}</pre>
   */
  public static Cache cache(String name, int slots, Duration holds) {
    return Cache.of(name, slots, holds);
  }

  /**
   * A counter that all workers share, with so many places for keys, see {@link SharedCounter}.
   * <pre>{@code SharedCounter logins = sharedCounter("logins", 4096).within(Duration.ofMinutes(1))}</pre>
   */
  public static SharedCounter sharedCounter(String name, int slots) {
    return SharedCounter.of(name, slots);
  }

  /** A counter that all workers share, for one thing alone: {@code total.add()}, {@code total.value()}. */
  public static SharedCounter sharedCounter(String name) {
    return SharedCounter.of(name, 1);
  }

  /**
   * Buckets of so many tokens that all workers share, one in each of so many places, filled up again so often, see
   * {@link TokenBucket}.
   * <pre>{@code TokenBucket calls = tokenBucket("calls", 16_384, 100, Duration.ofMinutes(1))}</pre>
   */
  public static TokenBucket tokenBucket(String name, int slots, long tokens, Duration every) {
    return TokenBucket.of(name, slots, tokens, every);
  }

  // what the plugin itself remembers

  /**
   * A text that the plugin remembers beyond streams, in this worker, see {@link TextState}.
   * <pre>{@code TextState mode = state("mode", "open")}</pre>
   */
  public static TextState state(String name, String initial) {
    return new TextState(name, initial);
  }

  /**
   * An immutable value of the author's own type that the plugin remembers beyond streams, in this worker, see
   * {@link PluginState}.
   * <pre>{@code PluginState<Routes> routes = state("routes", Routes.NONE)}</pre>
   */
  public static <T> PluginState<T> state(String name, T initial) {
    return new PluginState<>(name, initial);
  }

  /**
   * Runs steps of {@code every(..)} in one of all workers, see {@link OnOneWorker}.
   * <pre>{@code plugin("reports").every(Duration.ofMinutes(1), onOneWorker("report", enqueue("reports", now().asTimestamp())))}</pre>
   */
  public static OnOneWorker onOneWorker(String lease, Step... steps) {
    return new OnOneWorker(lease, Check.some("onOneWorker", "step", steps));
  }

  // metrics

  /**
   * A metric that counts up, see {@link CounterMetric}.
   * <pre>{@code counter("refused").tag("method", method(), "GET", "POST").increment()}</pre>
   */
  public static CounterMetric counter(String name) {
    return new CounterMetric(name, Lists.none());
  }

  /**
   * A metric that goes up and down, see {@link GaugeMetric}.
   * <pre>{@code gauge("queued").set(header("x-queued").asLong())}</pre>
   */
  public static GaugeMetric gauge(String name) {
    return new GaugeMetric(name, Lists.none());
  }

  /**
   * A metric that records samples, see {@link HistogramMetric}.
   * <pre>{@code histogram("request_bytes").record(header("content-length").asLong())}</pre>
   */
  public static HistogramMetric histogram(String name) {
    return new HistogramMetric(name, Lists.none());
  }

  // queues

  /**
   * Puts a message at the end of a queue, see {@link Enqueue}.
   * <pre>{@code enqueue("audit", path()).onFailure(log(LogLevel.WARN, "not audited"))}</pre>
   */
  public static Enqueue enqueue(String queue, TextValue message) {
    return new Enqueue(Option.none(), queue, message, Lists.none());
  }

  // what the proxy keeps

  /**
   * Sets an attribute of the stream, see {@link SetProperty}.
   * <pre>{@code setProperty("tenant", header("x-tenant"))}</pre>
   */
  public static Step setProperty(String name, TextValue value) {
    return new SetProperty(name, value);
  }

  /**
   * Sets a typed state of Envoy, see {@link SetFilterState}.
   * <pre>{@code setFilterState("envoy.network.upstream_server_name", header("x-upstream"))}</pre>
   */
  public static SetFilterState setFilterState(String name, TextValue value) {
    return new SetFilterState(name, value, SetFilterState.Span.REQUEST, Lists.none());
  }

  /**
   * Calls a function that the proxy offers beyond the ABI, see {@link ForeignCall}.
   * <pre>{@code callForeign("compress", requestBody()).as("compressed")}</pre>
   */
  public static ForeignCall callForeign(String function, TextValue argument) {
    return new ForeignCall(function, argument, Option.none(), Lists.none());
  }

  /**
   * Breaks an HTTP stream off without an answer, see {@link ResetStream}.
   * <pre>{@code when(clientAddress().inCidr("192.0.2.0/24")).then(resetStream())}</pre>
   */
  public static ResetStream resetStream() {
    return new ResetStream();
  }
}
