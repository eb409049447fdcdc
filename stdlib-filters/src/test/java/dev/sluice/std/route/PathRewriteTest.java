package dev.sluice.std.route;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = PathRewritePlugin.class, settings = """
    {"regex": "^/users/([0-9]+)/(?P<what>.*)$", "replacement": "/accounts/${what}/of/$1"}
    """)
class PathRewriteTest {
  private static String target(PluginUnderTest plugin, String sent) {
    return plugin.send(get(sent)).upstreamSaw().get().target();
  }

  @EveryPlace
  void groupsAreMoved(PluginUnderTest plugin) {
    assertEquals("/accounts/orders/of/7", target(plugin, "/users/7/orders"));
    assertEquals("/accounts/a%2Fb/of/7?x=/users/8/c&x", target(plugin, "/users/7/a%2Fb?x=/users/8/c&x"));
    assertEquals("/accounts//of/7", target(plugin, "/users/7/"));
  }

  @EveryPlace
  void otherPathsStay(PluginUnderTest plugin) {
    for (String path : List.of("/", "/users/x/orders", "/users/7", "/?q=/users/7/orders", "/Users/7/x")) {
      assertEquals(path, target(plugin, path));
    }
  }

  /** Envoy answers such a request before its filters see it. */
  @EveryPlace(in = {Place.Kind.JVM, Place.Kind.EMBEDDED})
  void targetsWithoutAPathPass(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(Request.of("OPTIONS", "*")).status());
  }

  @EveryPlace
  void whatWouldLeadElsewhereIsRefused(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/users/7/%2e%2e"));
    assertEquals(400, refused.status());
    assertTrue(refused.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void longPathsAreRefused(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/" + "x".repeat(8191) + "?" + "q".repeat(9000))).status());
    Exchange refused = plugin.send(get("/users/7/" + "x".repeat(8190)));
    assertEquals(414, refused.status());
    assertTrue(refused.upstreamSaw().isEmpty());
  }

  @EveryPlace
  @UsePlugin(value = PathRewritePlugin.class, settings = """
      {"regex": "a", "replacement": "$$b", "reroute": true}
      """)
  void eachMatchIsReplacedAndTheRouteChosenAnew(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/a/xaa"));
    assertEquals("/$b/x$b$b", exchange.upstreamSaw().get().target());
    assertEquals("proxy_call_foreign_function", exchange.hostcalls().last());
  }

  /** What docs/filters/rewritePath.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    assertEquals(Vector.of("proxy_get_header_map_value"), plugin.send(get("/")).hostcalls());
    assertEquals(
        Vector.of("proxy_get_header_map_value", "proxy_replace_header_map_value"),
        plugin.send(get("/users/7/orders")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of(
            "/regex: \"(\" is not a regular expression in RE2's syntax: missing closing )",
            "/replacement: is missing; give a string of at most 256 characters",
            "/reroute: 1 is not true or false"),
        errors("{\"regex\": \"(\", \"reroute\": 1}"));
    assertEquals(
        List.of("rewritePath: the replacement \"$1\" has $1, a group that the regular expression lacks; it has 0"),
        errors("{\"regex\": \"a\", \"replacement\": \"$1\"}"));
    assertThrows(IllegalArgumentException.class, () -> PathRewrite.of("a", "x".repeat(257)));
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new PathRewritePlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }
}
