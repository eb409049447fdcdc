package dev.sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.stream.EventStream;
import dev.sluice.data.stream.LineSplitter;
import dev.sluice.data.stream.StreamReplacer;
import dev.sluice.data.stream.Utf8Stream;
import dev.sluice.data.zip.Deflate;
import dev.sluice.data.zip.Inflate;
import dev.sluice.data.zip.InflateLimits;
import dev.sluice.data.zip.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Bodies in pieces: whatever the cuts, the same comes out as of the whole. */
class StreamFuzzTest {
  private static final int LIMIT = 20;
  private static final InflateLimits INFLATE = new InflateLimits(1 << 12, 4);

  @Provide
  Arbitrary<Bytes> text() {
    return ForeignBytes.around(
        "\r \n \r\n a data: data event: id: retry: : \u00ef\u00bb\u00bf \u00c3 \u00bc \u00f0\u009f \u0000 "
            + "abababab ab aba",
        "data: a\ndata: b\n\nevent: x\nid: 1\ndata\n\n", "one\r\ntwo\rthree\n", "gr\u00c3\u00bc\u00c3\u009fe");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void linesAreTheSameWhateverTheCuts(@ForAll("text") Bytes raw, @ForAll @IntRange(min = 1, max = 7) int step) {
    List<String> whole = lines(raw, raw.length() + 1);
    assertEquals(whole, lines(raw, step));
    assertTrue(whole.size() <= raw.length());
  }

  private static List<String> lines(Bytes raw, int step) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(LIMIT, (line, isWhole) -> {
      assertTrue(line.length() <= LIMIT);
      lines.add(line + "|" + isWhole);
    });
    cut(raw, step, splitter::push);
    splitter.end();
    return lines;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void eventsAreTheSameWhateverTheCuts(@ForAll("text") Bytes raw, @ForAll @IntRange(min = 1, max = 7) int step) {
    assertEquals(events(raw, raw.length() + 1), events(raw, step));
  }

  private static List<String> events(Bytes raw, int step) {
    List<String> events = new ArrayList<>();
    EventStream stream = new EventStream(LIMIT, (type, data, id) -> {
      assertTrue(data.length() <= LIMIT, data.toString());
      events.add(type + "|" + data + "|" + id);
    });
    cut(raw, step, stream::push);
    events.add("left out " + stream.leftOut());
    return events;
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void charactersAreTheSameWhateverTheCuts(@ForAll("text") Bytes raw, @ForAll @IntRange(min = 1, max = 7) int step) {
    Utf8Stream stream = new Utf8Stream();
    StringBuilder text = new StringBuilder();
    cut(raw, step, chunk -> text.append(stream.push(chunk)));
    assertEquals(raw.utf8(), text.append(stream.end()).toString());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void replacementIsTheSameWhateverTheCuts(@ForAll("text") Bytes raw, @ForAll @IntRange(min = 1, max = 7) int step) {
    StreamReplacer replacer = StreamReplacer.of(Bytes.utf8("aba"), Bytes.utf8("<x>"));
    StringBuilder text = new StringBuilder();
    cut(raw, step, chunk -> text.append(replacer.push(chunk).latin1()));
    assertEquals(raw.latin1().replace("aba", "<x>"), text.append(replacer.end().latin1()).toString());
  }

  @Provide
  Arbitrary<Bytes> zipped() {
    Bytes text = Bytes.utf8("abcabcabcabc the same the same, and the end".repeat(2));
    List<byte[]> samples = new ArrayList<>();
    for (Wrapping wrapping : Wrapping.values()) {
      samples.add(Deflate.of(text, wrapping).toArray());
      samples.add(Deflate.of(Bytes.utf8("a".repeat(5000)), wrapping).toArray());
    }
    return ForeignBytes.around(List.of(new byte[] {3, 0}, new byte[] {0x4b, 0x4c}, new byte[] {0x78, (byte) 0x9c},
        new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}, new byte[] {1, 1, 0, -2, -1, 'a'}, new byte[] {-1},
        new byte[] {0x1f, (byte) 0x8b, 8, 0x1f}, new byte[] {5, (byte) 0xc0, (byte) 0x81}), samples);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsInflatedStaysWithinItsLimits(
      @ForAll("zipped") Bytes raw, @ForAll Wrapping wrapping, @ForAll @IntRange(min = 1, max = 40) int step) {
    String whole = inflated(raw, wrapping, raw.length() + 1);
    assertEquals(whole, inflated(raw, wrapping, step));
  }

  private static String inflated(Bytes raw, Wrapping wrapping, int step) {
    Inflate inflate = new Inflate(wrapping, INFLATE);
    StringBuilder out = new StringBuilder();
    cut(raw, step, chunk -> out.append(inflate.push(chunk).latin1()));
    assertTrue(out.length() <= INFLATE.size(), "more than the limit of the size");
    assertTrue(out.length() <= (1 << 16) + (long) INFLATE.ratio() * raw.length(), "more than the limit of the ratio");
    assertFalse(inflate.isFailed() && inflate.isFinished());
    assertEquals(inflate.isFailed(), !inflate.failure().isEmpty());
    return out + "|" + inflate.isFailed() + inflate.isFinished();
  }

  private static void cut(Bytes raw, int step, Consumer<Bytes> push) {
    for (int at = 0; at < raw.length(); at += step) {
      push.accept(raw.slice(at, Math.min(at + step, raw.length())));
    }
  }
}
