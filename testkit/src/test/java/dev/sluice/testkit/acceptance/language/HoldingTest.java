package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

/** Streams are held until what a step needs is there, go on once, and headers can be changed to the end. */
@UsePlugin(HoldingPlugin.class)
@UseProxy(clusters = {"who", "audit"})
class HoldingTest {
  private static final String FORBIDDEN_LATE = "x".repeat(50_000);

  private static final Callee WHO = Callee.of(request -> request.headers().all("x-token").contains("let-me")
      ? Response.of(200, "ann").header("x-tag", "tag")
      : Response.of(403, "nobody"));

  @EveryPlace
  void changesHeadersAfterTheBody(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/body", "a body"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("yes"), exchange.upstreamSaw().get().headers().all("x-read"));
    assertEquals("a body", exchange.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void readsABodyInPieces(PluginUnderTest plugin) {
    Exchange passed = plugin.send(post("/body", "").pieces("one", "two", "three"));
    assertEquals(200, passed.status());
    assertEquals("onetwothree", passed.upstreamSaw().get().body().utf8());
    assertEquals(403, plugin.send(post("/body", "").pieces(FORBIDDEN_LATE, "forb", "idden")).status());
  }

  @EveryPlace
  void aRequestWithoutBodyHasAnEmptyOne(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/body"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("yes"), exchange.upstreamSaw().get().headers().all("x-read"));
  }

  @EveryPlace
  void aBodyAboveTheLimitIsRefusedEarlyAndLate(PluginUnderTest plugin) {
    String large = "x".repeat(HoldingPlugin.LIMIT + 1);
    assertEquals(413, plugin.send(post("/body", large)).status());
    Exchange late = plugin.send(post("/body", "").pieces(large, "y"));
    assertEquals(413, late.status());
    assertTrue(late.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void aBodyThatMayNeverEndIsNotWaitedFor(PluginUnderTest plugin) {
    Request endless =
        post("/body", "").header("content-type", "text/event-stream").pieces("data: 1\n\n", "data: 2\n\n");
    assertEquals(400, plugin.send(endless).status());
  }

  @EveryPlace
  void replacesTheBody(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/replace", "old body").header("x-new", "a longer new body"));
    assertEquals(200, exchange.status());
    assertEquals("a longer new body", exchange.upstreamSaw().get().body().utf8());
    assertEquals(500, plugin.send(get("/replace").header("x-new", "there is none")).status());
  }

  @EveryPlace
  void asksAnotherServiceAndGoesOnWithItsAnswer(PluginUnderTest plugin) {
    plugin.cluster("who", WHO);
    Exchange exchange = plugin.send(post("/call", "body").header("x-token", "let-me"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("ann"), exchange.upstreamSaw().get().headers().all("x-user"));
    assertEquals(Vector.of("tag"), exchange.upstreamSaw().get().headers().all("x-tag"));
    assertEquals("body", exchange.upstreamSaw().get().body().utf8());
    Exchange refused = plugin.send(get("/call"));
    assertEquals(401, refused.status());
    assertEquals("not you", refused.text());
  }

  @EveryPlace
  void aServiceThatIsSilentOrFailsTakesTheFailureBranch(PluginUnderTest plugin) {
    plugin.cluster("who", request -> Reply.never());
    Exchange silent = plugin.send(get("/call"));
    assertEquals(503, silent.status());
    assertEquals("who is down", silent.text());
    plugin.cluster("who", Callee.of(request -> Response.of(500, "broken")));
    assertEquals(503, plugin.send(get("/call")).status());
  }

  @EveryPlace
  void callBodyAndCallInARow(PluginUnderTest plugin) {
    plugin.cluster("who", WHO);
    plugin.cluster("audit", Callee.of(request -> Response.of(500, "").header("x-tag", request.body().utf8())));
    Exchange exchange = plugin.send(post("/both", "").header("x-token", "let-me").pieces("a", "b"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("ab"), exchange.upstreamSaw().get().headers().all("x-status"));
    assertEquals("ab", exchange.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void readsAndReplacesResponses(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "fine"));
    Exchange fine = plugin.send(get("/answer"));
    assertEquals("fine", fine.text());
    assertEquals(Vector.of("yes"), fine.headers().all("x-read"));
    plugin.upstream(request -> Response.of(200, "a secret"));
    Exchange kept = plugin.send(get("/answer"));
    assertEquals(502, kept.status());
    assertEquals("kept", kept.text());
    plugin.upstream(request -> Response.of(200, "old").header("x-new", "something longer").header("etag", "\"1\""));
    Exchange replaced = plugin.send(get("/answer"));
    assertEquals("something longer", replaced.text());
    assertTrue(replaced.headers().all("etag").isEmpty());
  }
}
