package dev.sluice.abi.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.attribute.AttributeValue.Absent;
import dev.sluice.abi.attribute.AttributeValue.Malformed;
import dev.sluice.abi.attribute.AttributeValue.Present;
import dev.sluice.abi.attribute.AttributeValue.Refused;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class AttributeTypeTest {

  @Test
  void textIsUtf8() {
    assertEquals(new Present<>("grün"), read(AttributeType.text(), Bytes.utf8("grün")));
    assertEquals(new Present<>(""), read(AttributeType.text(), Bytes.EMPTY));
    assertEquals(new Present<>("\uFFFD"), read(AttributeType.text(), Bytes.utf8("\uFFFD")));
    assertEquals(new Malformed<>(Bytes.latin1("gr\u00fcn")), read(AttributeType.text(), Bytes.latin1("gr\u00fcn")));
  }

  @Test
  void aBoolIsOneByte() {
    assertEquals(new Present<>(false), read(AttributeType.bool(), bytes(0)));
    assertEquals(new Present<>(true), read(AttributeType.bool(), bytes(1)));
    assertMalformed(AttributeType.bool(), bytes(2));
    assertMalformed(AttributeType.bool(), bytes(-1));
    assertMalformed(AttributeType.bool(), Bytes.EMPTY);
    assertMalformed(AttributeType.bool(), bytes(1, 0));
  }

  @Property
  void numbersAreEightBytesLittleEndian(@ForAll long value) {
    Bytes wire = wire(value);
    assertEquals(new Present<>(value), read(AttributeType.integer(), wire));
    assertEquals(new Present<>(value), read(AttributeType.unsigned(), wire));
    assertEquals(new Present<>(Double.longBitsToDouble(value)), read(AttributeType.number(), wire));
    assertEquals(new Present<>(Duration.ofNanos(value)), read(AttributeType.duration(), wire));
    assertEquals(new Present<>(Instant.EPOCH.plusNanos(value)), read(AttributeType.timestamp(), wire));
  }

  @Test
  void numbersOfAnotherLengthAreMalformed() {
    for (AttributeType<?> type : List.of(AttributeType.integer(), AttributeType.unsigned(), AttributeType.number(),
        AttributeType.duration(), AttributeType.timestamp())) {
      assertMalformed(type, Bytes.EMPTY);
      assertMalformed(type, bytes(1, 2, 3, 4, 5, 6, 7));
      assertMalformed(type, bytes(1, 2, 3, 4, 5, 6, 7, 8, 9));
    }
  }

  @Test
  void aMapHasNamesAndValues() {
    AttributeMap map =
        read(AttributeType.map(), HeaderMapCodec.encode(List.of(Header.of("a", "1"), Header.of("b", "")))).orElse(null);
    assertEquals(2, map.size());
    assertEquals(new Present<>("1"), map.get(AttributeType.text(), "a"));
    assertEquals(new Present<>(""), map.get(AttributeType.text(), "b"));
    assertEquals(new Absent<>(), map.get(AttributeType.text(), "A"));
    assertEquals(new Malformed<>(Bytes.utf8("1")), map.get(AttributeType.number(), "a"));
    assertMalformed(AttributeType.map(), bytes(1, 0, 0, 0));
    assertMalformed(AttributeType.map(), bytes(-1, -1, -1, -1));
  }

  @Test
  void aListHasItems() {
    AttributeList list =
        read(AttributeType.list(), HeaderMapCodec.encode(List.of(Header.of("x", ""), Header.of("y", "")))).orElse(null);
    assertEquals(new AttributeList(List.of(Bytes.utf8("x"), Bytes.utf8("y"))), list);
    assertEquals(new Present<>("y"), list.get(AttributeType.text(), 1));
    assertEquals(new Absent<>(), list.get(AttributeType.text(), 2));
    assertEquals(new Absent<>(), list.get(AttributeType.text(), -1));
    assertMalformed(AttributeType.list(), bytes(1));
  }

  /** What a host hands over is never trusted: any bytes are a value or malformed, for each type. */
  @Property
  void anyBytesAreReadWithoutAnException(@ForAll byte[] any) {
    Bytes bytes = Bytes.copyOf(any);
    for (AttributeType<?> type : List.of(AttributeType.text(), AttributeType.bytes(), AttributeType.message(),
        AttributeType.integer(), AttributeType.unsigned(), AttributeType.number(), AttributeType.bool(),
        AttributeType.timestamp(), AttributeType.duration(), AttributeType.map(), AttributeType.list())) {
      AttributeValue<?> value = read(type, bytes);
      assertEquals(true, value.isPresent() || value.equals(new Malformed<>(bytes)), type::toString);
    }
  }

  @Test
  void whyThereIsNoValueIsTold() {
    assertEquals(new Absent<>(), AttributeType.integer().read(Fetched.failed(Status.NOT_FOUND)));
    assertEquals(
        new Refused<>(Status.SERIALIZATION_FAILURE),
        AttributeType.integer().read(Fetched.failed(Status.SERIALIZATION_FAILURE)));
    assertEquals(7L, AttributeType.integer().read(Fetched.failed(Status.NOT_FOUND)).orElse(7L));
    assertEquals(true, AttributeType.integer().read(Fetched.failed(Status.NOT_FOUND)).toOption().isEmpty());
  }

  private static void assertMalformed(AttributeType<?> type, Bytes bytes) {
    assertEquals(new Malformed<>(bytes), read(type, bytes), type::toString);
  }

  private static <T> AttributeValue<T> read(AttributeType<T> type, Bytes bytes) {
    return type.read(Fetched.of(bytes));
  }

  private static Bytes wire(long value) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  private static Bytes bytes(int... values) {
    byte[] all = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = (byte) values[i];
    }
    return Bytes.wrap(all);
  }
}
