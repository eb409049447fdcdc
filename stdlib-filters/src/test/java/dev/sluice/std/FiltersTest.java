package dev.sluice.std;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;

/** Filters together: each sees what those before it let through. */
@UsePlugin(value = GatewayPlugin.class, settings = """
    {"rules": [{"match": {"pathPrefix": "/admin"},
                "settings": {"name": "x-admin", "consumers": [{"name": "root", "key": "r"}]}}]}
    """)
class FiltersTest {
  private static Request by(String key) {
    return get("/").header("x-forwarded-for", "198.51.100.7").header("x-api-key", key);
  }

  @EveryPlace
  void filtersMakeOneExpression(PluginUnderTest plugin) {
    assertEquals(403, plugin.send(get("/").header("x-forwarded-for", "203.0.113.7").header("x-api-key", "a")).status());
    assertEquals(401, plugin.send(by("x")).status());
    assertEquals(200, plugin.send(by("a")).status());
    assertEquals(200, plugin.send(by("a")).status());
    assertEquals(429, plugin.send(by("a")).status());
    assertEquals(200, plugin.send(by("b")).status(), "each consumer has a limit of their own");
    Request admin = Request.get("/admin/x").header("x-forwarded-for", "198.51.100.7").header("x-api-key", "b");
    assertEquals(200, plugin.send(admin.header("x-admin", "r")).status());
  }

  @EveryPlace
  void sitesCanReadWhatRefusesThem(PluginUnderTest plugin) {
    Exchange refused = plugin.send(by("x").header("origin", "https://app.test"));
    assertEquals(401, refused.status());
    assertEquals(Vector.of("https://app.test"), refused.headers().all("access-control-allow-origin"));
  }

  @EveryPlace
  void aRuleAsksForItsOwnKey(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(by("c")).status());
    assertEquals(401, plugin.send(Request.get("/admin")
        .header("x-forwarded-for", "198.51.100.7")
        .header("x-api-key", "c")
        .header("x-admin", "c")).status());
  }
}
