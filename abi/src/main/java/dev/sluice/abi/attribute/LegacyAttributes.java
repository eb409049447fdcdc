package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;

/**
 * Names that Envoy has had before {@code xds.*}. It took them away in 1.33, all but {@link #connectionId()}; forks keep
 * some.
 */
public final class LegacyAttributes {
  private LegacyAttributes() {}

  /** See {@link ConnectionAttributes#id()}. */
  public static Attribute<Long> connectionId() {
    return Attribute.in(Attribute.STREAM, AttributeType.unsigned(), "connection_id");
  }

  /** See {@link XdsAttributes#node()}. */
  public static Attribute<Bytes> node() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.message(), "node");
  }

  /** See {@link XdsAttributes#clusterName()}. */
  public static Attribute<String> clusterName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "cluster_name");
  }

  /** See {@link XdsAttributes#clusterMetadata()}. */
  public static MetadataAttributes clusterMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "cluster_metadata");
  }

  /** See {@link XdsAttributes#routeName()}. */
  public static Attribute<String> routeName() {
    return Attribute.in(Attribute.STREAM, AttributeType.text(), "route_name");
  }

  /** See {@link XdsAttributes#routeMetadata()}. */
  public static MetadataAttributes routeMetadata() {
    return new MetadataAttributes(Attribute.STREAM, "route_metadata");
  }

  /** See {@link XdsAttributes#upstreamHostMetadata()}. */
  public static MetadataAttributes upstreamHostMetadata() {
    return new MetadataAttributes(Attribute.UPSTREAM, "upstream_host_metadata");
  }

  /** See {@link XdsAttributes#listenerDirection()}. */
  public static Attribute<Long> listenerDirection() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.integer(), "listener_direction");
  }

  /** See {@link XdsAttributes#listenerMetadata()}. */
  public static MetadataAttributes listenerMetadata() {
    return new MetadataAttributes(Attribute.ANYWHERE, "listener_metadata");
  }
}
