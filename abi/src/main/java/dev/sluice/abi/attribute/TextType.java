package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;

final class TextType extends AttributeType<String> {
  TextType() {
    super("string");
  }

  @Override
  String decode(Fetched fetched) {
    Bytes bytes = fetched.bytes();
    String text = bytes.utf8();
    // what was not UTF-8 has become U+FFFD, which is written otherwise
    return Bytes.utf8(text).equals(bytes) ? text : null;
  }
}
