package dev.sluice.data.protobuf;

/** How the value of a field is written (Protocol Buffers encoding, "Message structure"). */
enum WireType {
  VARINT(0), FIXED64(1), LENGTH_DELIMITED(2), FIXED32(5);

  private final int code;

  WireType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
