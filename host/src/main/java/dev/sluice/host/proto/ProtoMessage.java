package dev.sluice.host.proto;

import dev.sluice.abi.Bytes;
import java.io.ByteArrayOutputStream;

/** Writes a protobuf message; fields that have their default are left out. */
public final class ProtoMessage {
  private static final int LENGTH = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ProtoMessage put(int field, boolean value) {
    if (value) {
      varint(field << 3);
      varint(1);
    }
    return this;
  }

  public ProtoMessage put(int field, Bytes value) {
    if (!value.isEmpty()) {
      varint(field << 3 | LENGTH);
      varint(value.length());
      out.writeBytes(value.toArray());
    }
    return this;
  }

  public Bytes bytes() {
    return Bytes.wrap(out.toByteArray());
  }

  private void varint(int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
