package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;
import dev.sluice.abi.codec.HeaderPairs;

/** Envoy writes a list as a map whose names are the items. */
final class ListType extends AttributeType<AttributeList> {
  ListType() {
    super("list");
  }

  @Override
  AttributeList decode(Fetched bytes) {
    HeaderPairs pairs = HeaderPairs.over(bytes);
    return pairs.status().isOk() ? AttributeList.of(pairs) : null;
  }
}
