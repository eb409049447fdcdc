package dev.sluice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.data.ByteSink;
import dev.sluice.fake.FakeHost;
import dev.sluice.plan.Flow;
import dev.sluice.plan.FlowEnded;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transforms: what they make of a body, and that its pieces do not matter. */
class TransformTest {
  private static final List<Transform> ALL = List.of(
      Replace.of("ab", "x").and("a", "yy"),
      new MaskDigits(5, 2, '*'),
      new MaskMatches("1+a", "<m>", 8),
      new LimitBytes(1_000_000),
      new Refuse("b1~", 403, ""),
      new MapLines("shout", 6, line -> line.isEmpty() ? Option.none() : Option.some(Bytes.utf8(line + "!"))),
      new MapEvents("shout", 20, data -> data.isEmpty() ? Option.none() : Option.some(Bytes.utf8(data + "!"))),
      new Rechunk(7));

  private static Bytes run(Transform transform, List<Bytes> pieces) {
    Flow flow = transform.maker(null).make();
    ByteSink out = new ByteSink(16);
    for (int i = 0; i < pieces.size(); i++) {
      out.put(flow.push(FakeHost.get("/"), pieces.get(i), i == pieces.size() - 1));
    }
    return out.bytes();
  }

  private static String run(Transform transform, String... pieces) {
    return run(transform, Stream.of(pieces).map(Bytes::latin1).toList()).latin1();
  }

  @Property(tries = 3000)
  void anyPiecesGiveTheSame(@ForAll("bodies") String body, @ForAll("cuts") List<Integer> cuts) {
    for (Transform transform : ALL) {
      List<Bytes> pieces = new java.util.ArrayList<>();
      int from = 0;
      for (int cut : cuts.stream().map(cut -> Math.min(cut, body.length())).sorted().toList()) {
        pieces.add(Bytes.latin1(body.substring(from, cut)));
        from = cut;
      }
      pieces.add(Bytes.latin1(body.substring(from)));
      assertEquals(run(transform, body), run(transform, pieces).latin1(), transform.describe());
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> texts = Arbitraries.strings().withChars("ab1 -\n\r").ofMaxLength(40);
    Arbitrary<String> events =
        Arbitraries.of("data: a\n", "data:b\r\n", "\n", "\r\n", "\r", "id: 1\n", "data\n", ":c\n")
            .list()
            .ofMaxSize(10)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(texts, events);
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 40).list().ofMaxSize(8);
  }

  @ParameterizedTest
  @CsvSource({"pattern, ''", "a pattern b, ''", "pat, tern", "pattpat, tern", "papa, ttern pattern"})
  void aTextIsRefusedWhereverPiecesEnd(String first, String second) {
    FlowEnded ended =
        assertThrows(FlowEnded.class, () -> run(new Refuse("pattern", 403, "no"), first, second));
    assertEquals(403, ended.reply().status());
  }

  @Test
  void whatOnlyBeginsLikeARefusedTextPasses() {
    assertEquals("pat tern patter", run(new Refuse("pattern", 403, "no"), "pat", " tern ", "patter"));
    assertThrows(IllegalArgumentException.class, () -> new Refuse("", 403, "no"));
    assertThrows(IllegalArgumentException.class, () -> new Refuse("a", 99, "no"));
  }

  @ParameterizedTest
  @CsvSource({
      "card 4111 1111 1111 1111 ok, card **** **** **** 1111 ok", "4111-1111-1111-1111, ****-****-****-1111",
      "123456789012, 123456789012", "1234567890123, *********0123", "1 2 3, 1 2 3", "'', ''"})
  void masksLongNumbers(String body, String masked) {
    assertEquals(masked, run(new MaskDigits(13, 4, '*'), body));
  }

  @Test
  void aNumberThatNeverEndsIsMaskedInBoundedMemory() {
    String digits = "1234567890".repeat(10_000);
    assertEquals("*".repeat(99_996) + "7890", run(new MaskDigits(13, 4, '*'), digits.substring(0, 501),
        digits.substring(501)));
  }

  @Test
  void masksMatchesAcrossPieces() {
    assertEquals("mail <mail>, <mail>", run(new MaskMatches("[a-z]+@[a-z]+\\.test", "<mail>", 40),
        "mail an", "n@ex", "ample.test, bob@", "b.test"));
    assertThrows(IllegalArgumentException.class, () -> new MaskMatches("a*", "x", 5));
  }

  @Test
  void endsWhatIsTooLarge() {
    assertEquals("12345", run(new LimitBytes(5), "12", "345", ""));
    assertThrows(FlowEnded.class, () -> run(new LimitBytes(5), "12", "3456"));
  }

  @Test
  void mapsLinesAndKeepsTheirEnds() {
    Transform shout =
        new MapLines("shout", 100, line -> line.isEmpty() ? Option.none() : Option.some(Bytes.utf8(line + "!")));
    assertEquals("a!\nb!\r\nc!", run(shout, "a\nb\r", "\n\nc"));
  }

  @Test
  void linesThatAreTooLongGoOnAsTheyAre() {
    Transform shout = new MapLines("shout", 3, line -> Option.some(Bytes.utf8(line + "!")));
    assertEquals("abc!\nabcdefgh\r\nab!\n", run(shout, "abc\nabcd", "efgh\r\nab\n"));
  }

  @Test
  void mapsEvents() {
    Transform map = new MapEvents("map", 1000,
        data -> data.utf8().equals("drop") ? Option.none()
            : Option.some(Bytes.utf8(data.utf8().toUpperCase(java.util.Locale.ROOT))));
    assertEquals(":hi\n\nid: 1\ndata: A\ndata: B\n\ndata: C\n\n",
        run(map, ":hi\n\nid: 1\nda", "ta: a\ndata:b\n\ndata: drop\n", "\ndata: c\r\n\r\n"));
  }

  @Test
  void collectsSmallPieces() {
    Flow flow = new Rechunk(4).maker(null).make();
    FakeHost host = FakeHost.get("/");
    assertEquals("", flow.push(host, Bytes.latin1("ab"), false).latin1());
    assertEquals("abcd", flow.push(host, Bytes.latin1("cd"), false).latin1());
    assertEquals("efghi", flow.push(host, Bytes.latin1("efghi"), false).latin1());
    assertEquals("j", flow.push(host, Bytes.latin1("j"), true).latin1());
  }
}
