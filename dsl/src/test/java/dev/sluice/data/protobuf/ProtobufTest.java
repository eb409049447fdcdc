package dev.sluice.data.protobuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Hex;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProtobufTest {
  private static ProtobufMessage read(ProtobufWriter written) {
    return ProtobufMessage.read(written.message()).get();
  }

  private static Option<ProtobufMessage> read(String hex) {
    return ProtobufMessage.read(Hex.decode(hex).get());
  }

  /** The examples of the specification, https://protobuf.dev/programming-guides/encoding/. */
  @Test
  void theExamplesOfTheSpecification() {
    assertEquals("089601", Hex.encode(new ProtobufWriter().varint(1, 150).message()));
    assertEquals("120774657374696e67", Hex.encode(new ProtobufWriter().string(2, "testing").message()));
    assertEquals("1a03089601",
        Hex.encode(new ProtobufWriter().message(3, new ProtobufWriter().varint(1, 150)).message()));
    assertEquals("08feffffffffffffffff01", Hex.encode(new ProtobufWriter().varint(1, -2).message()));
    assertEquals("0803", Hex.encode(new ProtobufWriter().zigzag(1, -2).message()));
    assertEquals(Option.some(150L), read("1a03089601").get().message(3).get().varint(1));
  }

  @Property(tries = 200)
  void numbersComeBack(@ForAll long number, @ForAll @IntRange(min = 1, max = ProtobufWriter.MOST_FIELD) int field) {
    assertEquals(Option.some(number), read(new ProtobufWriter().varint(field, number)).varint(field));
    assertEquals(Option.some(number), read(new ProtobufWriter().zigzag(field, number)).zigzag(field));
    assertEquals(Option.some(number), read(new ProtobufWriter().fixed64(field, number)).fixed64(field));
    assertEquals(Option.some((int) number), read(new ProtobufWriter().fixed32(field, (int) number)).fixed32(field));
  }

  @Property(tries = 200)
  void textsComeBack(@ForAll String text, @ForAll byte[] bytes) {
    ProtobufMessage message = read(new ProtobufWriter().string(1, text).bytes(2, Bytes.copyOf(bytes)).bool(3, true));
    assertEquals(Option.some(Bytes.utf8(text)), message.bytes(1));
    assertEquals(Option.some(Bytes.copyOf(bytes)), message.bytes(2));
    assertEquals(Option.some(1L), message.varint(3));
  }

  @Test
  void theLastOneCountsAndEachCanBeRead() {
    ProtobufMessage message = read(new ProtobufWriter().string(1, "a").varint(2, 1).string(1, "b").varint(2, 2));
    assertEquals(Option.some("b"), message.string(1));
    assertEquals(Option.some(2L), message.varint(2));
    assertEquals(2, message.count(1));
    List<String> values = new ArrayList<>();
    assertTrue(message.each(1, value -> values.add(value.utf8())));
    assertEquals(List.of("a", "b"), values);
    assertFalse(message.each(1, value -> false));
    assertTrue(message.each(2, value -> false));
  }

  @Test
  void anotherTypeOrNumberIsNone() {
    ProtobufMessage message = read(new ProtobufWriter().string(1, "a").varint(2, 1).bytes(3, Bytes.latin1("\u00ff")));
    assertEquals(Option.none(), message.varint(1));
    assertEquals(Option.none(), message.bytes(2));
    assertEquals(Option.none(), message.fixed32(2));
    assertEquals(Option.none(), message.fixed64(9));
    assertEquals(Option.none(), message.message(3));
    assertEquals(Option.some("\ufffd"), message.string(3));
    assertEquals(0, message.count(9));
  }

  @Test
  void noFieldsAreAMessage() {
    assertEquals(Option.none(), ProtobufMessage.read(Bytes.EMPTY).get().varint(1));
  }

  @Test
  void whatIsNoMessageIsNone() {
    for (String hex : new String[] {
        "08", "0896", "00", "0001", "0b", "0c", "0e01", "0f01", "1202", "120161" + "12", "12ffffffffffffffff7f",
        "0d000000",
        "0900000000000000", "ffffffffffffffffffff01", "8080808010" + "01", "12ffffffff0f"}) {
      assertTrue(read(hex).isEmpty(), hex);
    }
  }

  @Property(tries = 1000)
  void anyBytesAreReadWithoutFailure(@ForAll byte[] bytes) {
    ProtobufMessage.read(Bytes.copyOf(bytes)).forEach(message -> {
      message.varint(1);
      message.bytes(1);
      message.message(2);
      assertTrue(message.count(1) >= 0);
    });
  }

  @Test
  void fieldNumbersAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new ProtobufWriter().varint(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ProtobufWriter().string(ProtobufWriter.MOST_FIELD + 1, ""));
  }
}
