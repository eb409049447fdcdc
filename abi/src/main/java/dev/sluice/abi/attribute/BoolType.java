package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;

final class BoolType extends AttributeType<Boolean> {
  BoolType() {
    super("bool");
  }

  @Override
  Boolean decode(Fetched bytes) {
    return bytes.length() == 1 && (bytes.at(0) & ~1) == 0 ? bytes.at(0) == 1 : null;
  }
}
