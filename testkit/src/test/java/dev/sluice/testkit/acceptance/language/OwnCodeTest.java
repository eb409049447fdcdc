package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import io.vavr.collection.Vector;

/** Steps of the author's own: what they declare to read is there, what they change is changed, what they do not declare fails. */
@UsePlugin(value = OwnCodePlugin.class, logsErrors = true)
class OwnCodeTest {
  @EveryPlace
  void readsAndReplacesABodyThatItDeclares(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/body", "").header("x-mark", "a").header("x-mark", "b").pieces("abc", "def"));
    assertEquals(200, exchange.status());
    assertEquals("fedcba", exchange.upstreamSaw().get().body().utf8());
    Headers headers = exchange.upstreamSaw().get().headers();
    assertEquals(Vector.of("6 replaced"), headers.all("x-length"));
    assertEquals(Vector.of("2a"), headers.all("x-marks"));
  }

  @EveryPlace
  void aMessageWithoutBodyKeepsHavingNone(PluginUnderTest plugin) {
    Headers headers = plugin.send(get("/body")).upstreamSaw().get().headers();
    assertEquals(Vector.of("0 left"), headers.all("x-length"));
    assertEquals(Vector.of("0none"), headers.all("x-marks"));
  }

  @EveryPlace
  void setsAndReadsAttributes(PluginUnderTest plugin) {
    Headers headers = plugin.send(get("/properties")).upstreamSaw().get().headers();
    assertEquals(Vector.of("a value"), headers.all("x-kept"));
    assertEquals(Vector.of("none"), headers.all("x-none"));
  }

  @EveryPlace
  void usesTheAbiItself(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/raw").header("x-raw", "sent"));
    assertEquals(Vector.of("by hand"), exchange.upstreamSaw().get().headers().all("x-raw"));
  }

  @EveryPlace
  void replacesAPieceOfABodyThroughTheAbi(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/piece", "abcdef"));
    assertEquals(Vector.of("OK"), exchange.upstreamSaw().get().headers().all("x-set"));
    assertEquals("--cdef", exchange.upstreamSaw().get().body().utf8());
    assertEquals(Vector.of("6"), exchange.upstreamSaw().get().headers().all("x-size"));
    assertEquals(Vector.of("true"), exchange.upstreamSaw().get().headers().all("x-level"));
  }

  @EveryPlace
  void whatItDoesNotDeclareIsAnsweredByTheFailurePolicy(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/broken"));
    assertEquals(503, exchange.status());
    assertTrue(exchange.logs().exists(entry -> entry.text().contains("method is not declared: give it to reads(..)")));
  }

  @EveryPlace
  void runsInAllParts(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/parts?q"));
    assertEquals(Vector.of("response"), exchange.headers().all("x-part"));
    assertTrue(exchange.logs().map(LogEntry::text).contains("log /parts?q"), exchange.logs().toString());
  }
}
