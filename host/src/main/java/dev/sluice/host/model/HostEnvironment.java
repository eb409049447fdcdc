package dev.sluice.host.model;

import dev.sluice.abi.LogLevel;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import dev.sluice.host.foreign.ForeignFunctions;
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
 * @param sharedStateLimit most bytes that shared data, queues and names of metrics may take up, all together; Envoy has
 *     no such limit
 * @param logLevel the least level that is written; plugins can ask for it
 * @param foreignFunctions what plugins can call beyond the ABI
 * @param limits what each guest in wasm may take
 * @param profile the host that this one stands for
 */
public record HostEnvironment(
    HostClock clock,
    RandomGenerator random,
    Consumer<LogLine> log,
    boolean tracing,
    Duration reloadPause,
    int bufferLimit,
    long sharedStateLimit,
    LogLevel logLevel,
    ForeignFunctions foreignFunctions,
    GuestLimits limits,
    HostProfile profile) {
  private static final Duration RELOAD_PAUSE = Duration.ofSeconds(1);
  private static final int BUFFER_LIMIT = 1 << 20;
  private static final long SHARED_STATE_LIMIT = 64 << 20;
  private static final long SEED = 1;

  private HostEnvironment(HostClock clock, RandomGenerator random, Consumer<LogLine> log, boolean tracing) {
    this(clock, random, log, tracing, RELOAD_PAUSE, BUFFER_LIMIT, SHARED_STATE_LIMIT, LogLevel.TRACE,
        ForeignFunctions.envoy(), GuestLimits.standard(), HostProfiles.ENVOY);
  }

  /** For tests: every run sees the same time and the same random bytes, and each hostcall is recorded. */
  public static HostEnvironment deterministic() {
    return new HostEnvironment(new VirtualClock(), new Random(SEED), line -> {}, true);
  }

  /** For real traffic: the machine's clock and randomness; hostcalls are counted only. */
  public static HostEnvironment live(Consumer<LogLine> log) {
    return new HostEnvironment(HostClock.system(), new SecureRandom(), log, false);
  }

  public HostEnvironment withClock(HostClock other) {
    return new HostEnvironment(
        other, random, log, tracing, reloadPause, bufferLimit, sharedStateLimit, logLevel, foreignFunctions, limits,
        profile);
  }

  public HostEnvironment withLog(Consumer<LogLine> other) {
    return new HostEnvironment(
        clock, random, other, tracing, reloadPause, bufferLimit, sharedStateLimit, logLevel, foreignFunctions, limits,
        profile);
  }

  public HostEnvironment withBufferLimit(int bytes) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bytes, sharedStateLimit, logLevel, foreignFunctions, limits,
        profile);
  }

  public HostEnvironment withSharedStateLimit(long bytes) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bufferLimit, bytes, logLevel, foreignFunctions, limits,
        profile);
  }

  public HostEnvironment withLogLevel(LogLevel least) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bufferLimit, sharedStateLimit, least, foreignFunctions, limits,
        profile);
  }

  public HostEnvironment withForeignFunctions(ForeignFunctions functions) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bufferLimit, sharedStateLimit, logLevel, functions, limits, profile);
  }

  public HostEnvironment withLimits(GuestLimits other) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bufferLimit, sharedStateLimit, logLevel, foreignFunctions, other,
        profile);
  }

  /** For tests of how a plugin does on another host. */
  public HostEnvironment withProfile(HostProfile other) {
    return new HostEnvironment(
        clock, random, log, tracing, reloadPause, bufferLimit, sharedStateLimit, logLevel, foreignFunctions, limits,
        other);
  }
}
