package dev.sluice.data.protobuf;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/**
 * A Protocol Buffers message where it stands in its bytes, read by field numbers: nothing is built. What a field holds
 * more than once counts as the last one does, as everywhere in Protocol Buffers. A field of another type than the one
 * asked for is none. Immutable.
 */
public final class ProtobufMessage {
  private static final int GROUP_START = 3;
  private static final int GROUP_END = 4;
  private static final int MOST_VARINT = 10;

  private final Bytes bytes;

  private ProtobufMessage(Bytes bytes) {
    this.bytes = bytes;
  }

  /** None where the bytes are no message: cut off, with a field number or type that does not exist, or with groups. */
  public static Option<ProtobufMessage> read(Bytes bytes) {
    Cursor at = new Cursor(bytes);
    while (at.next()) {
      // Each step checks a field.
    }
    return at.sound ? Option.some(new ProtobufMessage(bytes)) : Option.none();
  }

  /** int32, int64, uint32, uint64, enum, bool: the number as 64 bits. */
  public Option<Long> varint(int field) {
    Cursor last = last(field, WireType.VARINT);
    return last == null ? Option.none() : Option.some(last.number);
  }

  /** sint32, sint64. */
  public Option<Long> zigzag(int field) {
    return varint(field).map(value -> value >>> 1 ^ -(value & 1));
  }

  public Option<Integer> fixed32(int field) {
    Cursor last = last(field, WireType.FIXED32);
    return last == null ? Option.none() : Option.some((int) last.number);
  }

  public Option<Long> fixed64(int field) {
    Cursor last = last(field, WireType.FIXED64);
    return last == null ? Option.none() : Option.some(last.number);
  }

  /** bytes; string, in UTF-8; an embedded message or packed field, not taken apart. */
  public Option<Bytes> bytes(int field) {
    Cursor last = last(field, WireType.LENGTH_DELIMITED);
    return last == null ? Option.none() : Option.some(bytes.slice(last.from, last.to));
  }

  /** string; U+FFFD where it is not UTF-8. */
  public Option<String> string(int field) {
    return bytes(field).map(Bytes::utf8);
  }

  /** An embedded message; none where it is no message. */
  public Option<ProtobufMessage> message(int field) {
    return bytes(field).flatMap(ProtobufMessage::read);
  }

  /** How often the field is there, whatever its type. */
  public int count(int field) {
    int count = 0;
    Cursor at = new Cursor(bytes);
    while (at.next()) {
      count += at.field == field ? 1 : 0;
    }
    return count;
  }

  /**
   * Hands over each value of a repeated field of bytes, strings or messages, in order, until the visitor has had enough.
   * Returns whether it wants more.
   */
  public boolean each(int field, Visitor visitor) {
    Cursor at = new Cursor(bytes);
    while (at.next()) {
      boolean wanted = at.field == field && at.type == WireType.LENGTH_DELIMITED.code();
      if (wanted && !visitor.value(bytes.slice(at.from, at.to))) {
        return false;
      }
    }
    return true;
  }

  /** Receives the values of a field. */
  public interface Visitor {
    /** Takes one value; returns whether it wants the next. */
    boolean value(Bytes value);
  }

  private Cursor last(int field, WireType type) {
    Cursor found = null;
    Cursor at = new Cursor(bytes);
    while (at.next()) {
      if (at.field == field && at.type == type.code()) {
        found = at.copy();
      }
    }
    return found;
  }

  /** Goes from field to field. */
  private static final class Cursor {
    private final Bytes bytes;
    private int next;
    private boolean sound = true;
    private int field;
    private int type;
    private long number;
    private int from;
    private int to;

    Cursor(Bytes bytes) {
      this.bytes = bytes;
    }

    Cursor copy() {
      Cursor other = new Cursor(bytes);
      other.number = number;
      other.from = from;
      other.to = to;
      return other;
    }

    /** Goes to the next field; false at the end and where the bytes are unsound. */
    boolean next() {
      if (!sound || next == bytes.length()) {
        return false;
      }
      long tag = varint();
      long wanted = tag >>> 3;
      type = (int) tag & 7;
      sound &=
          tag >>> 32 == 0 && wanted >= 1 && type != GROUP_START && type != GROUP_END && type <= WireType.FIXED32.code();
      field = (int) wanted;
      if (sound) {
        value();
      }
      return sound;
    }

    private void value() {
      if (type == WireType.VARINT.code()) {
        number = varint();
      } else if (type == WireType.LENGTH_DELIMITED.code()) {
        long length = varint();
        sound &= length >= 0 && length <= bytes.length() - next;
        from = next;
        next += sound ? (int) length : 0;
        to = next;
      } else {
        int size = type == WireType.FIXED64.code() ? 8 : 4;
        sound &= size <= bytes.length() - next;
        number = 0;
        for (int i = 0; sound && i < size; i++) {
          number |= (bytes.at(next++) & 0xffL) << 8 * i;
        }
      }
    }

    /** Takes ten bytes at most; what is beyond 64 bits is dropped, as in Protocol Buffers. */
    private long varint() {
      long value = 0;
      for (int i = 0; i < MOST_VARINT; i++) {
        if (next == bytes.length()) {
          break;
        }
        byte b = bytes.at(next++);
        value |= (b & 0x7fL) << 7 * i;
        if (b >= 0) {
          return value;
        }
      }
      sound = false;
      return 0;
    }
  }
}
