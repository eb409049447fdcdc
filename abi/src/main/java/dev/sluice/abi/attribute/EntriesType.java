package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;
import dev.sluice.abi.codec.HeaderPairs;

final class EntriesType extends AttributeType<AttributeMap> {
  EntriesType() {
    super("map");
  }

  @Override
  AttributeMap decode(Fetched bytes) {
    HeaderPairs pairs = HeaderPairs.over(bytes);
    return pairs.status().isOk() ? AttributeMap.of(pairs) : null;
  }
}
