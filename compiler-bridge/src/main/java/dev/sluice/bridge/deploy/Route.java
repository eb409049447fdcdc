package dev.sluice.bridge.deploy;

/**
 * Which requests go to which cluster.
 *
 * @param prefix of the path; {@code /} takes every request
 * @param cluster the name of one of the configuration's clusters
 */
public record Route(String prefix, String cluster) {
  YamlMap yaml() {
    return YamlMap.of("match", YamlMap.of("prefix", prefix)).put("route", YamlMap.of("cluster", cluster));
  }
}
