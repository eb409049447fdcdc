package dev.sluice.bridge.deploy;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;

/**
 * Which requests go to which cluster.
 *
 * @param prefix of the path; {@code /} takes every request
 * @param cluster the name of one of the configuration's clusters
 * @param metadata texts by name in a namespace; plugins read them by the property
 *     {@code xds.route_metadata.filter_metadata.NAMESPACE.NAME}
 */
public record Route(String prefix, String cluster, Map<String, Map<String, String>> metadata) {

  /** A route without metadata. */
  public static Route of(String prefix, String cluster) {
    return new Route(prefix, cluster, LinkedHashMap.empty());
  }

  /** One more text of metadata. */
  public Route withMetadata(String namespace, String key, String value) {
    Map<String, String> texts = metadata.getOrElse(namespace, LinkedHashMap.empty()).put(key, value);
    return new Route(prefix, cluster, metadata.put(namespace, texts));
  }

  YamlMap yaml() {
    YamlMap route =
        YamlMap.of("match", YamlMap.of("prefix", prefix)).put("route", YamlMap.of("cluster", cluster));
    YamlMap spaces =
        metadata.foldLeft(YamlMap.EMPTY, (all, space) -> all.put(space._1, texts(space._2)));
    return route.putIf(!metadata.isEmpty(), "metadata", YamlMap.of("filter_metadata", spaces));
  }

  private static YamlMap texts(Map<String, String> texts) {
    return texts.foldLeft(YamlMap.EMPTY, (all, text) -> all.put(text._1, text._2));
  }
}
