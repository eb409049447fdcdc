package dev.sluice.std.route;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.std.HttpsPlugin;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = RedirectionPlugin.class, settings = """
    {"to": "https://{host}{target}", "onlyScheme": "http"}
    """)
class RedirectionTest {
  private static void assertSent(int status, String location, Exchange exchange) {
    assertEquals(status, exchange.status());
    assertEquals(Vector.of(location), exchange.headers().all("location"));
    assertTrue(exchange.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void httpIsSentToHttps(PluginUnderTest plugin) {
    assertSent(308, "https://a.test/x?y=%20&z", plugin.send(get("/x?y=%20&z").authority("a.test:8080")));
    assertSent(308, "https://[::1]//evil.test", plugin.send(post("//evil.test", "x").authority("[::1]:80")));
    String longest = "/" + "x".repeat(9000);
    assertSent(308, "https://a.test" + longest, plugin.send(get(longest).authority("a.test")));
  }

  private static void assertRefused(Exchange refused) {
    assertEquals(400, refused.status());
    assertFalse(refused.headers().has("location"));
  }

  @EveryPlace
  void aMalformedHostIsRefused(PluginUnderTest plugin) {
    assertRefused(plugin.send(get("/").authority("a.test:80:80")));
  }

  /** Envoy answers such a request before its filters see it. */
  @EveryPlace(in = {Place.Kind.JVM, Place.Kind.EMBEDDED})
  void whatIsNoPathIsRefused(PluginUnderTest plugin) {
    assertRefused(plugin.send(Request.of("OPTIONS", "*")));
  }

  @EveryPlace
  @UsePlugin(HttpsPlugin.class)
  @UsePlugin(value = RedirectionPlugin.class,
      settings = "{\"to\": \"https://{host}{target}\", \"onlyScheme\": \"http\"}")
  void httpsPasses(PluginUnderTest plugin) {
    Exchange passed = plugin.send(get("/x"));
    assertEquals(200, passed.status());
    // The first one is that of the plugin in front; what docs/filters/redirect.md says of cost is the other.
    assertEquals(Vector.of("proxy_get_header_map_value"), passed.hostcalls().drop(1));
  }

  @EveryPlace
  @UsePlugin(value = RedirectionPlugin.class, settings = "{\"to\": \"{path}/?from={host}&{query}\", \"status\": 303}")
  void pathsStayOnTheSite(PluginUnderTest plugin) {
    assertSent(303, "/a/?from=h.test&b=1", plugin.send(get("/a?b=1").authority("h.test")));
    assertSent(303, "/a/?from=h.test&", plugin.send(get("/a").authority("h.test")));
    assertEquals(400, plugin.send(get("//evil.test")).status());
    assertEquals(400, plugin.send(get("/\\evil.test")).status());
  }

  @Test
  void noClientCanMakeAnotherHostOfOne() {
    for (String target : List.of("https://a.test{query}", "https:{target}", "{host}/x", "https://{path}", "https://",
        "http://a.test@{host}{path}", "https://{query}.a.test/", "javascript:alert(1)", "a", "", "//a.test",
        "https://a.test/{x}", "https://a.test/{host", "https://:80/", "/a b", "/a\r\nb", "/\\a.test", "/\u00e4")) {
      assertThrows(IllegalArgumentException.class, () -> Redirection.to(target), target);
    }
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    SettingsRejected rejected = assertThrows(
        SettingsRejected.class,
        () -> new RedirectionPlugin()
            .define(Settings.of("{\"to\": \"https://a.test{query}\", \"status\": 300, \"onlyScheme\": \"ws\"}")));
    assertEquals(
        List.of(
            "/to: the target \"https://a.test{query}\" has more than a host and a port before its path; put a slash"
                + " before what follows",
            "/status: is no redirection; give 301, 302, 303, 307 or 308",
            "/onlyScheme: \"ws\" is not one of \"http\", \"https\""),
        rejected.errors().map(SettingsError::describe).toJavaList());
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    assertEquals(
        Redirection.toHttps(),
        Settings.of("{\"to\": \"https://{host}{target}\", \"onlyScheme\": \"http\"}").decode(Redirection.DECODER));
    assertEquals(
        Redirection.to("/x").status(302).onlyScheme("https"),
        Settings.of("{\"to\": \"/x\", \"status\": 302, \"onlyScheme\": \"https\"}").decode(Redirection.DECODER));
    assertThrows(IllegalArgumentException.class, () -> Redirection.toHttps().status(300));
    assertThrows(IllegalArgumentException.class, () -> Redirection.toHttps().onlyScheme("ws"));
  }
}
