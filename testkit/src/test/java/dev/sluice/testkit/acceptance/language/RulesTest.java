package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.plugins.PerRoute;
import io.vavr.collection.Vector;

/** Settings per route, alike in every place. */
@UsePlugin(value = PerRoute.class, settings = """
    {"default": {"mark": "default"},
     "rules": [
       {"match": {"host": "*.example.com", "pathPrefix": "/api", "methods": ["POST"]}, "settings": {"mark": "host"}},
       {"match": {"pathTemplate": "/users/{id}"}, "settings": {"mark": "user"}},
       {"match": {"headers": {"x-canary": {"present": true}}}, "settings": {"mark": "canary", "refuse": true}},
       {"match": {"service": "reviews.default.svc.cluster.local"}, "settings": {"mark": "service"}}]}
    """)
class RulesTest {
  @EveryPlace
  void theFirstRuleThatMatchesCounts(PluginUnderTest plugin) {
    marks(plugin, "host", Request.of("POST", "/api/x").authority("www.Example.com:80"));
    marks(plugin, "default", get("/api/x").authority("www.example.com"));
    marks(plugin, "default", Request.of("POST", "/apix").authority("www.example.com"));
    marks(plugin, "default", Request.of("POST", "/api").authority("example.com"));
    marks(plugin, "user", get("/users/7?x=y"));
    marks(plugin, "user", get("/users/7").header("x-canary", "1"));
    marks(plugin, "default", get("/users/7/orders"));
  }

  /** Though the request's path is another one by then. */
  private static void marks(PluginUnderTest plugin, String mark, Request request) {
    Exchange exchange = plugin.send(request);
    assertEquals(200, exchange.status());
    assertEquals("/rewritten", exchange.upstreamSaw().get().target());
    assertEquals(Vector.of(mark), exchange.upstreamSaw().get().headers().all("x-mark"), mark);
    assertEquals(Vector.of(mark), exchange.headers().all("x-mark"), mark);
  }

  @EveryPlace
  void aReplyRunsTheResponsePartsOfItsOwnRule(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/").header("x-canary", "1"));
    assertEquals(403, refused.status());
    assertEquals(Vector.of("canary"), refused.headers().all("x-mark"));
  }
}
