package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.List;

/**
 * A complete Envoy configuration (bootstrap).
 *
 * @param admin where Envoy's admin interface listens; keep it on loopback, it has no access control
 */
public record EnvoyConfig(Address admin, Vector<Listener> listeners, Vector<Cluster> clusters) {
  private static final String LISTENER = "type.googleapis.com/envoy.config.listener.v3.Listener";

  public EnvoyConfig {
    Vector<String> names = listeners.map(Listener::name);
    if (names.distinct().size() != names.size()) {
      throw new IllegalArgumentException("two listeners have the same name: " + names.mkString(", "));
    }
    Vector<String> known = clusters.map(Cluster::name);
    for (Listener listener : listeners) {
      for (String cluster : listener.clusters()) {
        if (!known.contains(cluster)) {
          throw new IllegalArgumentException(
              "listener " + listener.name() + " routes to cluster " + cluster + ", but the clusters are: "
                  + known.mkString(", "));
        }
      }
    }
  }

  /** One listener, its filters, one upstream. */
  public static EnvoyConfig of(Address admin, Listener listener, Cluster... clusters) {
    return new EnvoyConfig(admin, Vector.of(listener), Vector.of(clusters));
  }

  /** The same with these listeners. */
  public EnvoyConfig withListeners(Listener... newListeners) {
    return new EnvoyConfig(admin, Vector.of(newListeners), clusters);
  }

  /** The whole configuration as one YAML file, {@code head} as comment above it. */
  public String yaml(String... head) {
    YamlMap resources =
        YamlMap.of("listeners", listeners.map(Listener::yaml).asJava()).put("clusters", clusterList());
    return YamlText.render(YamlMap.of("admin", adminYaml()).put("static_resources", resources), head);
  }

  /**
   * The configuration without its listeners: Envoy reads those from a file that holds {@link #listenersYaml()} and
   * follows it whenever another file is moved in its place, without a restart.
   */
  public String yamlWatching(Path listenersFile) {
    YamlMap source = YamlMap.of("path", listenersFile.toAbsolutePath().toString());
    return YamlText.render(
        YamlMap.of("node", YamlMap.of("id", "sluice").put("cluster", "sluice"))
            .put("admin", adminYaml())
            .put("dynamic_resources", YamlMap.of("lds_config", YamlMap.of("path_config_source", source)))
            .put("static_resources", YamlMap.of("clusters", clusterList())));
  }

  /** The listeners alone, see {@link #yamlWatching(Path)}. */
  public String listenersYaml() {
    List<YamlMap> resources =
        listeners
            .map(each -> new YamlMap(YamlMap.of("@type", LISTENER).entries().appendAll(each.yaml().entries())))
            .asJava();
    return YamlText.render(YamlMap.of("resources", resources));
  }

  private YamlMap adminYaml() {
    return YamlMap.of("address", admin.yaml());
  }

  private List<YamlMap> clusterList() {
    return clusters.map(Cluster::yaml).asJava();
  }
}
