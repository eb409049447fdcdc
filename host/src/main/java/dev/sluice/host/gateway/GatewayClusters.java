package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.Clusters;
import io.vavr.control.Option;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The servers that plugins can call, by the names that Envoy's configuration would give them. Used on one thread. */
final class GatewayClusters implements Clusters {
  /** Names that are told of; a plugin may make up any number. */
  private static final int MOST_TOLD = 100;

  private final Map<Bytes, Cluster> clusters = new HashMap<>();
  private final Set<Bytes> unknown = new HashSet<>();
  private final Consumer<String> told;

  /** @param told receives lines for the user */
  GatewayClusters(Vertx vertx, Map<String, UpstreamAddress> addresses, Consumer<String> told) {
    this.told = told;
    addresses.forEach((name, address) -> clusters.put(Bytes.utf8(name),
        new GatewayCluster(name, new Upstream(vertx, address), told)));
  }

  /** {@inheritDoc} Says once for each name that it is unknown. */
  @Override
  public Option<Cluster> find(Bytes name) {
    Cluster cluster = clusters.get(name);
    if (cluster == null && unknown.size() < MOST_TOLD && unknown.add(name)) {
      String text = Printable.of(name.latin1());
      told.accept("the plugin calls the cluster '" + text + "', which is unknown here: give its address with --cluster "
          + text + "=http://host:port");
    }
    return Option.of(cluster);
  }
}
