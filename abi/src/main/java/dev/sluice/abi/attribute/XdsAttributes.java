package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;

/** {@code xds.*}: what the proxy is configured with, as far as it concerns the stream. */
public final class XdsAttributes {
  private XdsAttributes() {}

  /** {@code envoy.config.core.v3.Node}: the proxy itself. */
  public static Attribute<Bytes> node() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.message(), "xds", "node");
  }

  /** The proxy's own name. */
  public static Attribute<String> nodeId() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.text(), "xds", "node", "id");
  }

  /** The name of the group of proxies that it belongs to. */
  public static Attribute<String> nodeCluster() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.text(), "xds", "node", "cluster");
  }

  /** A value in the proxy's own metadata. Istio describes the workload there. */
  public static <T> Attribute<T> nodeMetadata(AttributeType<T> type, String... keys) {
    return Attribute.of(AttributeType.message(), "xds", "node", "metadata").at(type, keys);
  }

  /** The cluster that the route leads to; absent without one. */
  public static Attribute<String> clusterName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "xds", "cluster_name");
  }

  /** Metadata of that cluster. */
  public static MetadataAttributes clusterMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "xds", "cluster_metadata");
  }

  /** The route's name, empty where it has none; absent without a route. */
  public static Attribute<String> routeName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "xds", "route_name");
  }

  /** Metadata of the route. */
  public static MetadataAttributes routeMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "xds", "route_metadata");
  }

  /** Name of the virtual host. */
  public static Attribute<String> virtualHostName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "xds", "virtual_host_name");
  }

  /** Metadata of the virtual host. */
  public static MetadataAttributes virtualHostMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "xds", "virtual_host_metadata");
  }

  /** Metadata of the upstream's endpoint. */
  public static MetadataAttributes upstreamHostMetadata() {
    return new MetadataAttributes(Attribute.UPSTREAM, "xds", "upstream_host_metadata");
  }

  /** Metadata of the locality that the upstream's endpoint is in. */
  public static MetadataAttributes upstreamHostLocalityMetadata() {
    return new MetadataAttributes(Attribute.UPSTREAM, "xds", "upstream_host_locality_metadata");
  }

  /** Name of the listener's filter chain, empty where it has none. */
  public static Attribute<String> filterChainName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "xds", "filter_chain_name");
  }

  /** {@code envoy.config.core.v3.TrafficDirection}: 1 inbound, 2 outbound, 0 neither. */
  public static Attribute<Long> listenerDirection() {
    return Attribute.in(Attribute.STREAM, AttributeType.integer(), "xds", "listener_direction");
  }

  /** Metadata of the listener. */
  public static MetadataAttributes listenerMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "xds", "listener_metadata");
  }
}
