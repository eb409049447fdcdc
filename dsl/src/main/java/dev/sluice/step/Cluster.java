package dev.sluice.step;

import dev.sluice.abi.Decimal;
import dev.sluice.plan.Check;

/**
 * A service that a plugin can call, by the name that its proxy knows it under.
 *
 * @param name Envoy: the name of a cluster of its configuration
 * @param authority what the service is told as {@code :authority} unless the request says otherwise
 */
public record Cluster(String name, String authority) {
  private static final int MOST_PORT = 65_535;

  public Cluster {
    Check.given("cluster", "the name", name);
    Check.headerValue("cluster", "authority", authority);
    if (name.isBlank()) {
      throw new IllegalArgumentException("cluster: the name is blank; give the name of a cluster of the proxy");
    }
  }

  /** A cluster of Envoy's configuration. */
  public static Cluster named(String name) {
    return new Cluster(name, name);
  }

  /** A service of an Istio mesh: the cluster that Istio makes for this host and port. */
  public static Cluster istio(String host, int port) {
    Check.given("istio", "the host", host);
    if (port < 1 || port > MOST_PORT) {
      throw new IllegalArgumentException("istio: " + Decimal.of(port) + " is no port; give one from 1 to 65535");
    }
    return new Cluster("outbound|" + Decimal.of(port) + "||" + host, host);
  }

  /** The same cluster, told this authority. */
  public Cluster authority(String host) {
    return new Cluster(name, host);
  }
}
