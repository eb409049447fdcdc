package dev.sluice.examples.httpauthrandom;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

@UsePlugin(HttpAuthRandom.class)
@UseProxy(clusters = "httpbin")
class HttpAuthRandomTest {
  private static Callee says(String body) {
    return Callee.of(request -> Response.of(request.target().equals("/uuid") ? 200 : 404, body));
  }

  @EveryPlace
  void theServiceDecides(PluginUnderTest plugin) {
    plugin.cluster("httpbin", says("hello")); // SHA-256: 2cf24dba...
    Exchange granted = plugin.send(get("/"));
    assertEquals("upstream", granted.text());
    assertEquals(Vector.of("granted"), granted.upstreamSaw().get().headers().all("x-access"));

    plugin.cluster("httpbin", says("")); // SHA-256: e3b0c442...
    Exchange refused = plugin.send(get("/"));
    assertEquals(403, refused.status());
    assertEquals("access forbidden\n", refused.text());
    assertEquals(Vector.of("sluice"), refused.headers().all("powered-by"));
  }

  @EveryPlace
  void aServiceThatFailsLetsNobodyThrough(PluginUnderTest plugin) {
    plugin.cluster("httpbin", Callee.of(request -> Response.of(500, "hello")));
    assertEquals(503, plugin.send(get("/")).status());
  }
}
