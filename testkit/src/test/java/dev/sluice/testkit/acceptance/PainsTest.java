package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.Locale;

/** What users of other kits suffer from must be impossible here; the numbers are those of the list in our design notes. */
@UsePlugin(value = PainsPlugin.class, logsErrors = true)
@UseProxy(clusters = "who")
class PainsTest {
  /** As much as an HTTP/2 frame carries where nobody agrees on more. */
  private static final int PIECE = 16 * 1024;

  private static final Callee WHO = Callee.of(request -> Response.of(200, switch (request.target()) {
    case "/two" -> "after-" + request.headers().all("x-one").mkString();
    case "/three" -> request.body().utf8().toUpperCase(Locale.ROOT);
    default -> request.target().substring(1);
  }));

  @EveryPlace
  void pain3NoPieceOfAHeldBodyIsLost(PluginUnderTest plugin) {
    Vector<String> pieces = Vector.range('a', 'u').map(letter -> Character.toString(letter).repeat(PIECE));
    Exchange exchange = plugin.send(post("/held", "").pieces(pieces.toJavaArray(String[]::new)));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of(String.valueOf(20 * PIECE)), exchange.upstreamSaw().get().headers().all("x-length"));
    assertEquals(pieces.mkString(), exchange.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void pain5AStreamWaitsForSeveralAnswersInARowAndGoesOnOnce(PluginUnderTest plugin) {
    plugin.cluster("who", WHO);
    for (int i = 0; i < 3; i++) {
      Exchange exchange = plugin.send(post("/ask", "").pieces("a", "b", "c"));
      assertEquals(200, exchange.status());
      assertEquals(Vector.of("one after-one ABC"), exchange.upstreamSaw().get().headers().all("x-answers"));
      assertEquals("abc", exchange.upstreamSaw().get().body().utf8());
    }
  }

  @EveryPlace
  void pain5TheLastOfSeveralAnswersDecides(PluginUnderTest plugin) {
    plugin.cluster("who", Callee.of(request -> Response.of(200, request.target().equals("/three") ? "stop" : "go")));
    Exchange exchange = plugin.send(post("/ask", "").pieces("a", "b", "c"));
    assertEquals(403, exchange.status());
    assertEquals("stopped", exchange.text());
    assertTrue(exchange.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void pain6AReplyFromWithinAnAnswerPassesAFilterThatAsksAgain(PluginUnderTest plugin) {
    plugin.cluster("who", WHO);
    Exchange exchange = plugin.send(get("/reply/once"));
    assertEquals(401, exchange.status(), exchange.toString());
    assertEquals("the first reply", exchange.text());
    assertEquals(Vector.of("late"), exchange.headers().all("x-late"));
    assertEquals(Vector.empty(), exchange.headers().all("x-entered"));
  }

  @EveryPlace
  void pain7ASecondReplyTakesTheFirstOnesPlace(PluginUnderTest plugin) {
    plugin.cluster("who", WHO);
    for (int i = 0; i < 3; i++) {
      Exchange exchange = plugin.send(get("/reply/twice"));
      assertEquals(504, exchange.status());
      assertEquals("the second reply", exchange.text());
      assertTrue(exchange.upstreamSaw().isEmpty());
    }
  }

  @EveryPlace
  void pain8CodeThatFailsTakesDownItsStreamAlone(PluginUnderTest plugin) {
    for (int i = 0; i < 5; i++) {
      assertEquals(503, plugin.send(get("/fail")).status());
      assertEquals(200, plugin.send(get("/")).status());
      assertEquals(503, plugin.send(get("/fail-out")).status());
      assertEquals(200, plugin.send(get("/")).status());
    }
  }

  @EveryPlace
  void pain9ValuesThatAreNoUtf8PassAsTheyAre(PluginUnderTest plugin) {
    byte[] all = new byte[128 + 26];
    for (int i = 0; i < 128; i++) {
      all[i] = (byte) (128 + i);
    }
    for (int i = 0; i < 26; i++) {
      all[128 + i] = (byte) ('A' + i);
    }
    Bytes raw = Bytes.wrap(all);
    plugin.upstream(request -> Response.of(200, "").header("x-raw", raw));
    Exchange exchange = plugin.send(get("/bytes").header("x-raw", raw));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of(raw), exchange.upstreamSaw().get().headers().bytes("x-copy"));
    assertEquals(Vector.of(raw), exchange.headers().bytes("x-back"));
    Bytes changed = exchange.upstreamSaw().get().headers().bytes("x-changed").head();
    assertEquals(raw.slice(0, 128), changed.slice(1, 129));
    assertEquals("abcdefghijklmnopqrstuvwxyz>", changed.slice(129, changed.length()).latin1());
  }

  @EveryPlace
  void pain10ManyHeldBodiesPassWholeOneAfterTheOther(PluginUnderTest plugin) {
    for (int i = 0; i < 100; i++) {
      String body = String.valueOf(i).repeat(PIECE);
      assertEquals(body, plugin.send(post("/held", body)).upstreamSaw().get().body().utf8());
    }
  }

  @EveryPlace
  void pain16ACallToAClusterThatIsNotThereFailsWithItsReason(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/unknown"));
    assertEquals(504, exchange.status());
    assertEquals("nobody there", exchange.text());
    assertTrue(
        exchange.logs()
            .exists(line -> line.text().contains("nowhere: BAD_ARGUMENT: the proxy has no cluster of this name")),
        exchange.logs()::toString);
  }
}
