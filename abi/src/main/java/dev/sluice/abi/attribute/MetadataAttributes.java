package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;

/** Metadata ({@code envoy.config.core.v3.Metadata}): structures by namespace, mostly the name of a filter. */
public final class MetadataAttributes {
  private static final String STRUCTURES = "filter_metadata";

  private final int phase;
  private final String[] path;

  MetadataAttributes(int phase, String... path) {
    this.phase = phase;
    this.path = path;
  }

  /** All of it as the message that it is. */
  public Attribute<Bytes> message() {
    return Attribute.in(phase, AttributeType.message(), path);
  }

  /** One namespace. Envoy refuses it ({@code SERIALIZATION_FAILURE}) where it has a null in it. */
  public Attribute<AttributeMap> namespace(String namespace) {
    return message().at(AttributeType.map(), STRUCTURES, namespace);
  }

  /**
   * A value in a namespace. Numbers are {@link AttributeType#number()}, whole ones too.
   *
   * @param keys the way to it; an index in a list is a decimal number from 0
   */
  public <T> Attribute<T> value(AttributeType<T> type, String namespace, String... keys) {
    return message().at(AttributeType.map(), STRUCTURES, namespace).at(type, keys);
  }
}
