package dev.sluice.abi.attribute;

import dev.sluice.abi.Fetched;

final class NumberType extends AttributeType<Double> {
  NumberType() {
    super("double");
  }

  @Override
  Double decode(Fetched bytes) {
    return LittleEndian.isLong(bytes) ? Double.longBitsToDouble(LittleEndian.longOf(bytes)) : null;
  }
}
