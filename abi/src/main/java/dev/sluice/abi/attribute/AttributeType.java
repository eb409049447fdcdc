package dev.sluice.abi.attribute;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * What an attribute is, and how Envoy serializes it ({@code serializeValue} in
 * {@code extensions/common/wasm/context.cc}). Each type is a class of its own, so that a module has only those that its
 * code names.
 */
public abstract class AttributeType<T> {
  private final String name;

  AttributeType(String name) {
    this.name = name;
  }

  /** The value; null where these bytes are none of this type. */
  abstract T decode(Fetched bytes);

  /** Reads what a host handed over; never throws. */
  public final AttributeValue<T> read(Fetched fetched) {
    if (!fetched.isOk()) {
      return fetched.status() == Status.NOT_FOUND
          ? new AttributeValue.Absent<>()
          : new AttributeValue.Refused<>(fetched.status());
    }
    T value = decode(fetched);
    return value == null ? new AttributeValue.Malformed<>(fetched.bytes()) : new AttributeValue.Present<>(value);
  }

  /** UTF-8 text; header values, which may be any bytes, are malformed where they are not UTF-8. */
  public static AttributeType<String> text() {
    return new TextType();
  }

  /** Bytes as they are. */
  public static AttributeType<Bytes> bytes() {
    return new BytesType("bytes");
  }

  /** A protocol buffer message in its wire format; fields are reached by longer paths. */
  public static AttributeType<Bytes> message() {
    return new BytesType("message");
  }

  /** A signed integer of 64 bits, little-endian. */
  public static AttributeType<Long> integer() {
    return new LongType("int");
  }

  /** An unsigned integer of 64 bits, little-endian; see {@link Long#toUnsignedString(long)}. */
  public static AttributeType<Long> unsigned() {
    return new LongType("uint");
  }

  /** A number of double precision (IEEE 754), little-endian: each number in metadata is one. */
  public static AttributeType<Double> number() {
    return new NumberType();
  }

  /** One byte, 0 or 1. */
  public static AttributeType<Boolean> bool() {
    return new BoolType();
  }

  /** Nanoseconds since 1970-01-01T00:00:00Z as a signed integer of 64 bits. */
  public static AttributeType<Instant> timestamp() {
    return new TimestampType();
  }

  /** Nanoseconds as a signed integer of 64 bits. */
  public static AttributeType<Duration> duration() {
    return new DurationType();
  }

  /** Names with values, in no particular order. */
  public static AttributeType<AttributeMap> map() {
    return new EntriesType();
  }

  /** Values in order. */
  public static AttributeType<AttributeList> list() {
    return new ListType();
  }

  /** The type's name in Envoy's documentation. */
  @Override
  public final String toString() {
    return name;
  }
}
