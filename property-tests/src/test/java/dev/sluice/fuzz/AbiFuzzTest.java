package dev.sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.codec.HeaderPairs;
import dev.sluice.abi.codec.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The codecs of the ABI: what a host hands to a module. */
class AbiFuzzTest {
  private static final Bytes SAMPLE =
      HeaderMapCodec.encode(List.of(Header.of(":path", "/a"), Header.of("x-a", ""), Header.of("x-a", "b")));

  @Provide
  Arbitrary<Bytes> pairs() {
    return ForeignBytes.around(
        List.of(new byte[] {0}, new byte[] {1, 0, 0, 0}, new byte[] {-1, -1, -1, -1}, new byte[] {-1, -1, -1, 127},
            new byte[] {'a', 0}, new byte[] {2, 0, 0, 0, 1, 0, 0, 0}),
        List.of(SAMPLE.toArray(), HeaderMapCodec.encode(List.of()).toArray()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aHeaderMapIsWholeOrEmpty(@ForAll("pairs") Bytes raw) {
    HeaderPairs pairs = HeaderPairs.over(Fetched.of(raw));
    List<Header> read = new ArrayList<>();
    pairs.forEach((name, value) -> read.add(new Header(name, value)));
    assertEquals(pairs.count(), read.size());
    int bytes = read.stream().mapToInt(pair -> pair.name().length() + pair.value().length() + 10).sum();
    assertTrue(bytes <= raw.length(), () -> read.toString());
    assertTrue(pairs.status() == Status.OK || pairs.status() == Status.PARSE_FAILURE && read.isEmpty());
    for (Header pair : read) {
      assertTrue(pairs.first(pair.name()).isOk());
      assertTrue(pairs.occurrences(pair.name()) > 0);
    }
    pairs.first(raw);
  }

  @Provide
  Arbitrary<Bytes> utf8() {
    return ForeignBytes.around(
        "a \u0080 \u00bf \u00c3 \u00e0 \u00ed\u00a0\u0080 \u00f0\u0090 \u00f4\u0090\u0080\u0080 \u00ff",
        "gr\u00c3\u00bc\u00c3\u009fe", "\u00e2\u0082\u00ac", "\u00f0\u009f\u0098\u0080", "\u00c0\u0080");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void textIsReadWhateverTheBytes(@ForAll("utf8") Bytes raw) {
    String text = raw.utf8();
    assertTrue(text.length() <= raw.length());
    assertEquals(text, Bytes.utf8(text).utf8());
    assertEquals(raw, Bytes.latin1(raw.latin1()));
    assertEquals(raw.length(), raw.latin1().length());
    Bytes path = PropertyPath.of("request", text, raw.latin1());
    assertTrue(path.length() <= 9 + 3 * text.length() + 1 + 2 * raw.length());
  }
}
