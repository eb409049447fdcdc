package dev.sluice.host.exchange;

import dev.sluice.host.model.Clusters;
import dev.sluice.host.model.HostEnvironment;
import java.time.Duration;

/**
 * How an {@link EmbeddedProxy} is made up.
 *
 * @param workers at least one; each has VMs of its own
 * @param mainThread whether plugins run in the main thread's VMs as well, without streams, as they do in Envoy
 * @param patience how much virtual time an exchange may take before it counts as held for good
 * @param clusters what plugins can call
 */
public record ProxyOptions(HostEnvironment environment, int workers, boolean mainThread, Duration patience,
    Clusters clusters) {

  public ProxyOptions {
    if (workers < 1) {
      throw new IllegalArgumentException("a proxy has at least one worker, not " + workers);
    }
  }

  /** One worker, no VMs of the main thread, a minute of patience, no clusters. */
  public static ProxyOptions of(HostEnvironment environment) {
    return new ProxyOptions(environment, 1, false, Duration.ofMinutes(1), Clusters.none());
  }

  /** The same with a deterministic environment: every run sees the same time and randomness. */
  public static ProxyOptions deterministic() {
    return of(HostEnvironment.deterministic());
  }

  public ProxyOptions withWorkers(int number) {
    return new ProxyOptions(environment, number, mainThread, patience, clusters);
  }

  public ProxyOptions withMainThread() {
    return new ProxyOptions(environment, workers, true, patience, clusters);
  }

  public ProxyOptions withPatience(Duration time) {
    return new ProxyOptions(environment, workers, mainThread, time, clusters);
  }

  public ProxyOptions withClusters(Clusters others) {
    return new ProxyOptions(environment, workers, mainThread, patience, others);
  }
}
