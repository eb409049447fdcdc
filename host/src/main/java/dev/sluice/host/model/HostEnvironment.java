package dev.sluice.host.model;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the workers of one proxy share. All parts must be safe to use from as many threads as there are workers.
 *
 * @param random source of WASI {@code random_get}
 * @param log receives every line, in addition to the stream it belongs to
 * @param tracing whether each hostcall is recorded with its arguments, or only counted
 * @param reloadPause least time between two fresh VMs of one plugin under {@link FailurePolicy#FAIL_RELOAD}
 * @param bufferLimit most bytes of a body that a plugin may have the host hold (Envoy's
 *     {@code per_connection_buffer_limit_bytes})
 */
public record HostEnvironment(
    HostClock clock,
    RandomGenerator random,
    Consumer<LogLine> log,
    boolean tracing,
    Duration reloadPause,
    int bufferLimit) {
  private static final Duration RELOAD_PAUSE = Duration.ofSeconds(1);
  private static final int BUFFER_LIMIT = 1 << 20;
  private static final long SEED = 1;

  /** For tests: every run sees the same time and the same random bytes, and each hostcall is recorded. */
  public static HostEnvironment deterministic() {
    return new HostEnvironment(new VirtualClock(), new Random(SEED), line -> {}, true, RELOAD_PAUSE, BUFFER_LIMIT);
  }

  /** For real traffic: the machine's clock and randomness; hostcalls are counted only. */
  public static HostEnvironment live(Consumer<LogLine> log) {
    return new HostEnvironment(HostClock.system(), new SecureRandom(), log, false, RELOAD_PAUSE, BUFFER_LIMIT);
  }

  public HostEnvironment withClock(HostClock other) {
    return new HostEnvironment(other, random, log, tracing, reloadPause, bufferLimit);
  }

  public HostEnvironment withLog(Consumer<LogLine> other) {
    return new HostEnvironment(clock, random, other, tracing, reloadPause, bufferLimit);
  }

  public HostEnvironment withBufferLimit(int bytes) {
    return new HostEnvironment(clock, random, log, tracing, reloadPause, bytes);
  }
}
