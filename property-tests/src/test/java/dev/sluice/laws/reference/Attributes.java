package dev.sluice.laws.reference;

import dev.sluice.abi.Bytes;
import java.util.Map;

/** What the proxy says of each stream. */
public final class Attributes {
  /** By words. */
  static final Map<String, String> KNOWN = Map.of("clientAddress", "192.0.2.1", "pluginName", "generated",
      "routeName", "the route", "clusterName", "upstream", "nodeId", "node-1", "nodeCluster", "nodes",
      "property", "sni.test");

  private Attributes() {}

  /** What an embedded proxy is to be given, by paths. */
  public static Map<Bytes, Bytes> given() {
    return Map.of(
        path("xds", "route_name"), Bytes.utf8("the route"), path("xds", "cluster_name"), Bytes.utf8("upstream"),
        path("xds", "node", "id"), Bytes.utf8("node-1"), path("xds", "node", "cluster"), Bytes.utf8("nodes"),
        path("connection", "requested_server_name"), Bytes.utf8("sni.test"));
  }

  private static Bytes path(String... segments) {
    return Bytes.utf8(String.join("\0", segments));
  }
}
