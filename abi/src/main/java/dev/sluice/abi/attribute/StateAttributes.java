package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;

/** What filters leave for each other on a stream. */
public final class StateAttributes {
  private StateAttributes() {}

  /** Dynamic metadata. */
  public static MetadataAttributes metadata() {
    return new MetadataAttributes(Attribute.STREAM, "metadata");
  }

  /** An object in the filter state, by its key; what plugins set has {@code wasm.} before its path. */
  public static Attribute<Bytes> filterState(String key) {
    return Attribute.in(Attribute.STREAM, AttributeType.bytes(), "filter_state", key);
  }

  /** An object in the filter state of the connection to the upstream. */
  public static Attribute<Bytes> upstreamFilterState(String key) {
    return Attribute.in(Attribute.UPSTREAM, AttributeType.bytes(), "upstream_filter_state", key);
  }

  /** What a plugin has set by this path with {@code proxy_set_property}. */
  public static Attribute<Bytes> ofPlugins(String path) {
    return Attribute.in(Attribute.STREAM, AttributeType.bytes(), path);
  }
}
