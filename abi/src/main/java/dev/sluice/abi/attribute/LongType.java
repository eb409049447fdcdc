package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;

final class LongType extends AttributeType<Long> {
  LongType(String name) {
    super(name);
  }

  @Override
  Long decode(Fetched bytes) {
    return LittleEndian.isLong(bytes) ? LittleEndian.longOf(bytes) : null;
  }
}
