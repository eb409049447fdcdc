package dev.sluice.examples.httpbodychunk;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(HttpBodyChunk.class)
class HttpBodyChunkTest {
  @EveryPlace
  void aBodyWithThePatternIsRefused(PluginUnderTest plugin) {
    Exchange refused = plugin.send(post("/", "x".repeat(100_000) + "pattern" + "x".repeat(100_000)));
    assertEquals(403, refused.status());
    assertEquals("the body has the pattern\n", refused.text());
    assertEquals(403, plugin.send(post("/", "pattern")).status());
  }

  @EveryPlace
  void otherBodiesPass(PluginUnderTest plugin) {
    for (String body : Vector.of("patter", "pat-tern", "x".repeat(200_000) + "patter")) {
      Exchange passed = plugin.send(post("/", body));
      assertEquals(200, passed.status());
      assertEquals(body, passed.upstreamSaw().get().body().utf8());
    }
    assertEquals(200, plugin.send(get("/")).status());
  }
}
