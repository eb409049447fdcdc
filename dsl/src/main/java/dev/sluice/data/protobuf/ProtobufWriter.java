package dev.sluice.data.protobuf;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;

/**
 * Writes one Protocol Buffers message, field by field in the order of the calls. Values that are the default of their type
 * are written too: a reader cannot tell that from a field that is not there, but for optional ones.
 */
public final class ProtobufWriter {
  /** The largest number that a field may have. */
  public static final int MOST_FIELD = (1 << 29) - 1;

  private final ByteSink out = new ByteSink(64);

  /** int32, int64, uint32, uint64, enum. */
  public ProtobufWriter varint(int field, long value) {
    tag(field, WireType.VARINT);
    varint(value);
    return this;
  }

  /** sint32, sint64: small negative numbers are short. */
  public ProtobufWriter zigzag(int field, long value) {
    return varint(field, value << 1 ^ value >> 63);
  }

  public ProtobufWriter bool(int field, boolean value) {
    return varint(field, value ? 1 : 0);
  }

  /** fixed32, sfixed32; a float by its bits. */
  public ProtobufWriter fixed32(int field, int value) {
    tag(field, WireType.FIXED32);
    littleEndian(value, 4);
    return this;
  }

  /** fixed64, sfixed64; a double by its bits. */
  public ProtobufWriter fixed64(int field, long value) {
    tag(field, WireType.FIXED64);
    littleEndian(value, 8);
    return this;
  }

  /** bytes, an embedded message, a packed repeated field. */
  public ProtobufWriter bytes(int field, Bytes value) {
    tag(field, WireType.LENGTH_DELIMITED);
    varint(value.length());
    out.put(value);
    return this;
  }

  /** string, in UTF-8. */
  public ProtobufWriter string(int field, String value) {
    return bytes(field, Bytes.utf8(value));
  }

  /** An embedded message: all that was written to the other writer. */
  public ProtobufWriter message(int field, ProtobufWriter message) {
    return bytes(field, message.message());
  }

  /** The message so far. */
  public Bytes message() {
    return out.bytes();
  }

  private void tag(int field, WireType type) {
    if (field < 1 || field > MOST_FIELD) {
      throw new IllegalArgumentException("protobuf: " + field + " is no field number; give 1 to " + MOST_FIELD);
    }
    varint((long) field << 3 | type.code());
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.put((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.put((int) rest);
  }

  private void littleEndian(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.put((int) (value >> 8 * i));
    }
  }
}
