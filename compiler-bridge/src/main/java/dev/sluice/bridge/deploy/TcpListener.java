package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.util.List;

/**
 * A listener for connections of any protocol, whose bytes go to one cluster.
 *
 * @param filters see the bytes in this order on their way to the upstream, in reverse on their way back
 * @param cluster the name of one of the configuration's clusters
 */
public record TcpListener(String name, Address address, Vector<WasmFilterConfig> filters, String cluster)
    implements Listener {

  private static final String PROXY =
      "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy";

  /** All connections go through the filters to one cluster. */
  public static TcpListener of(String name, Address address, String cluster, WasmFilterConfig... filters) {
    return new TcpListener(name, address, Vector.of(filters), cluster);
  }

  @Override
  public Vector<String> clusters() {
    return Vector.of(cluster);
  }

  @Override
  public YamlMap yaml() {
    YamlMap proxy =
        YamlMap.of("name", "envoy.filters.network.tcp_proxy")
            .put("typed_config", YamlMap.of("@type", PROXY).put("stat_prefix", name).put("cluster", cluster));
    return YamlMap.of("name", name)
        .put("address", address.yaml())
        .put("filter_chains",
            List.of(YamlMap.of("filters", filters.map(WasmFilterConfig::networkYaml).append(proxy).asJava())));
  }
}
