package dev.sluice.data.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** However the input is cut into chunks, the result is that of the whole. */
final class StreamTest {

  private static void cut(Bytes whole, List<Integer> sizes, Consumer<Bytes> chunks) {
    int at = 0;
    for (int size : sizes) {
      int end = Math.min(at + size, whole.length());
      chunks.accept(whole.slice(at, end));
      at = end;
    }
    chunks.accept(whole.slice(at, whole.length()));
  }

  @Property(tries = 2000)
  void charactersAreThoseOfTheWhole(
      @ForAll @StringLength(max = 6) @Chars({'a', 'é', '€', '\ud83d', '\ude00'}) String text,
      @ForAll @Size(max = 3) byte[] tail,
      @ForAll @Size(max = 6) List<@IntRange(max = 4) Integer> sizes) {
    byte[] start = Bytes.utf8(text).toArray();
    byte[] all = java.util.Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, all, start.length, tail.length);
    StringBuilder read = new StringBuilder();
    Utf8Stream stream = new Utf8Stream();
    cut(Bytes.wrap(all), sizes, chunk -> read.append(stream.push(chunk)));
    assertEquals(Bytes.wrap(all).utf8(), read.append(stream.end()).toString());
  }

  @Property(tries = 5000)
  void anyBytesAreReadAsTheWhole(
      @ForAll @Size(max = 8) List<@IntRange(max = 12) Integer> picks,
      @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> sizes) {
    int[] values = {0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xf0, 0xf4};
    byte[] all = new byte[picks.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) values[picks.get(i)];
    }
    StringBuilder read = new StringBuilder();
    Utf8Stream stream = new Utf8Stream();
    cut(Bytes.wrap(all), sizes, chunk -> read.append(stream.push(chunk)));
    assertEquals(Bytes.wrap(all).utf8(), read.append(stream.end()).toString());
  }

  @Property(tries = 5000)
  void oneIsReplacedAsTheJdkDoes(
      @ForAll @StringLength(max = 20) @Chars({'a', 'b'}) String text,
      @ForAll @StringLength(min = 1, max = 4) @Chars({'a', 'b'}) String wanted,
      @ForAll @Size(max = 9) List<@IntRange(max = 5) Integer> sizes) {
    StreamReplacer replacer = StreamReplacer.of(Bytes.latin1(wanted), Bytes.latin1("<>"));
    StringBuilder out = new StringBuilder();
    cut(Bytes.latin1(text), sizes, chunk -> out.append(replacer.push(chunk)));
    assertEquals(text.replace(wanted, "<>"), out.append(replacer.end()).toString());
  }

  /** The JDK's alternation takes the first alternative too. */
  @Property(tries = 5000)
  void severalAreReplacedAsTheJdkDoes(
      @ForAll @StringLength(max = 20) @Chars({'a', 'b'}) String text,
      @ForAll @StringLength(min = 1, max = 4) @Chars({'a', 'b'}) String first,
      @ForAll @StringLength(min = 1, max = 4) @Chars({'a', 'b'}) String second,
      @ForAll @Size(max = 9) List<@IntRange(max = 5) Integer> sizes) {
    StreamReplacer replacer = StreamReplacer.of(
        new Bytes[] {Bytes.EMPTY, Bytes.latin1(first), Bytes.latin1(second)},
        new Bytes[] {Bytes.EMPTY, Bytes.latin1("1")});
    StringBuilder out = new StringBuilder();
    cut(Bytes.latin1(text), sizes, chunk -> out.append(replacer.push(chunk)));
    String expected = java.util.regex.Pattern.compile(first + "|" + second)
        .matcher(text)
        .replaceAll(match -> match.group().equals(first) ? "1" : "");
    assertEquals(expected, out.append(replacer.end()).toString());
    assertEquals(java.util.regex.Pattern.compile(first + "|" + second).matcher(text).results().count(),
        replacer.found());
  }

  @Property(tries = 3000)
  void linesAreThoseOfTheJdk(
      @ForAll @StringLength(max = 15) @Chars({'a', '\n', '\r'}) String text,
      @ForAll @Size(max = 9) List<@IntRange(max = 3) Integer> sizes) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(3, (line, whole) -> lines.add(line + (whole ? "" : "...")));
    cut(Bytes.latin1(text), sizes, splitter::push);
    splitter.end();
    assertEquals(text.lines().map(line -> line.length() > 3 ? "aaa..." : line).toList(), lines);
  }

  private static String events(int limit, String text, List<Integer> sizes) {
    StringBuilder out = new StringBuilder();
    EventStream stream = new EventStream(
        limit,
        (type, data, id) -> out.append('[').append(type).append('|').append(data).append('|').append(id).append(']'));
    cut(Bytes.utf8(text), sizes, stream::push);
    return out.append(stream.leftOut()).toString();
  }

  /** Most are the examples of WHATWG HTML section 9.2.6. */
  @Property
  void eventsAreWhatTheSpecificationSays(@ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> sizes) {
    assertEquals("[message|YHOO\n+2\n10|]0", events(99, "data: YHOO\ndata: +2\ndata: 10\n\n", sizes));
    assertEquals("[message|first event|1][message|second event|][message| third event|]0",
        events(99, ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
            sizes));
    assertEquals("[message||][message|\n|]0", events(99, "data\n\ndata\ndata\n\ndata:", sizes));
    assertEquals("[add|7|x]0", events(99, "\ufeffevent: add\r\ndata: 7\r\nid:x\r\nid:\0\r\nretry: 5\r\n\r\n", sizes));
    assertEquals("0", events(99, "event: nothing\n\n", sizes));
    assertEquals("[message|12345|][message|ok|]2",
        events(5, "data:12345\n\ndata:123456\n\ndata:" + "1".repeat(99) + "\n\ndata:ok\n\n", sizes));
    assertEquals("[message|12\n34|]1", events(5, "data:12\ndata:34\n\ndata:12\ndata:345\n\n", sizes));
  }

  @Test
  void whatIsHeldBackIsLessThanThePattern() {
    StreamReplacer replacer = StreamReplacer.of(Bytes.latin1("aab"), Bytes.EMPTY);
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      held += 1 - replacer.push(Bytes.latin1("a")).length();
    }
    assertEquals(2, held);
  }
}
