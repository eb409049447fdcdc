package dev.sluice.abi.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HeaderPairsTest {
  @Property
  void whatIsEncodedIsReadBack(@ForAll("headers") List<Header> headers) {
    HeaderPairs pairs = HeaderPairs.over(Fetched.of(HeaderMapCodec.encode(headers)));
    assertEquals(Status.OK, pairs.status());
    assertEquals(headers.size(), pairs.count());
    List<Header> read = new ArrayList<>();
    pairs.forEach((name, value) -> read.add(new Header(name, value)));
    assertEquals(headers, read);
    for (Header header : headers) {
      long same = headers.stream().filter(other -> other.name().equalsIgnoreCase(header.name())).count();
      assertEquals(same, pairs.occurrences(header.name()));
      List<Bytes> values = new ArrayList<>();
      assertTrue(pairs.forEachValue(header.name(), values::add));
      assertEquals(
          headers.stream().filter(other -> other.name().equalsIgnoreCase(header.name())).map(Header::value).toList(),
          values);
      assertFalse(pairs.forEachValue(header.name(), value -> false));
    }
  }

  /** Whatever a host hands over is a status, never an exception. */
  @Property(tries = 20_000)
  void anyBytesAreReadWithoutAnException(@ForAll("maps") byte[] bytes) {
    HeaderPairs pairs = HeaderPairs.over(Fetched.of(Bytes.copyOf(bytes)));
    assertTrue(pairs.status() == Status.OK || pairs.status() == Status.PARSE_FAILURE);
    List<Bytes> names = new ArrayList<>();
    pairs.forEach((name, value) -> names.add(name));
    assertEquals(pairs.count(), names.size());
    for (Bytes name : names) {
      assertTrue(pairs.first(name).isOk());
    }
  }

  @Test
  void aMapThatIsNotThereIsEmptyWithItsReason() {
    HeaderPairs pairs = HeaderPairs.over(Fetched.failed(Status.BAD_ARGUMENT));
    assertEquals(Status.BAD_ARGUMENT, pairs.status());
    assertEquals(0, pairs.count());
  }

  @Test
  void aCountThatWouldOverflowIsRefused() {
    byte[] bytes = {-1, -1, -1, 0x7f, 0, 0, 0, 0};
    assertEquals(Status.PARSE_FAILURE, HeaderPairs.over(Fetched.of(Bytes.copyOf(bytes))).status());
  }

  @Provide
  Arbitrary<List<Header>> headers() {
    Arbitrary<Bytes> names = Arbitraries.of("a", "b", "A", "set-cookie", "").map(Bytes::utf8);
    Arbitrary<Bytes> values = Arbitraries.bytes().array(byte[].class).ofMaxSize(5).map(Bytes::copyOf);
    return Combinators.combine(names, values).as(Header::new).list().ofMaxSize(6);
  }

  /** Small numbers, so that counts and lengths are sometimes right. */
  @Provide
  Arbitrary<byte[]> maps() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, Arbitraries.of((byte) 0, (byte) 1, (byte) 2)),
        net.jqwik.api.Tuple.of(1, Arbitraries.bytes()))
        .array(byte[].class)
        .ofMaxSize(40);
  }
}
