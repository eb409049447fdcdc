package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

final class BytesType extends AttributeType<Bytes> {
  BytesType(String name) {
    super(name);
  }

  @Override
  Bytes decode(Fetched fetched) {
    return fetched.bytes();
  }
}
