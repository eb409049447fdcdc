package dev.sluice.std.route;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = PathPrefixPlugin.class, settings = """
    {"prefixes": ["/api/v1/", "/api"], "forward": true}
    """)
class PathPrefixTest {
  private static final String FORWARDED = "x-forwarded-prefix";

  private static void assertBecomes(PluginUnderTest plugin, String sent, String target, String prefix) {
    SeenRequest seen = plugin.send(get(sent).header(FORWARDED, "/forged")).upstreamSaw().get();
    assertEquals(target, seen.target());
    assertEquals(Vector.of(prefix), seen.headers().all(FORWARDED));
  }

  @EveryPlace
  void theFirstPrefixIsTakenAway(PluginUnderTest plugin) {
    assertBecomes(plugin, "/api/v1/users?x=/api", "/users?x=/api", "/api/v1");
    assertBecomes(plugin, "/api/v1", "/", "/api/v1");
    assertBecomes(plugin, "/api/v1/", "/", "/api/v1");
    assertBecomes(plugin, "/api/v1?x", "/?x", "/api/v1");
    assertBecomes(plugin, "/api/v10", "/v10", "/api");
    assertBecomes(plugin, "/api/api/x", "/api/x", "/api");
  }

  @EveryPlace
  void thePathBeginsWithOneSlash(PluginUnderTest plugin) {
    assertBecomes(plugin, "/api//evil.test/x", "/evil.test/x", "/api");
    assertBecomes(plugin, "/api////", "/", "/api");
  }

  @EveryPlace
  void otherPathsStay(PluginUnderTest plugin) {
    for (String path : List.of("/", "/apix", "/API/x", "/x/api", "/%61pi/x", "//api/x", "/?/api/" + "x".repeat(9000))) {
      SeenRequest seen = plugin.send(get(path).header(FORWARDED, "/forged")).upstreamSaw().get();
      assertEquals(path, seen.target());
      assertFalse(seen.headers().has(FORWARDED));
    }
  }

  @EveryPlace
  @UsePlugin(value = PathPrefixPlugin.class, settings = "{\"prefixes\": [\"/api\"], \"reroute\": true}")
  void theRouteIsChosenAnew(PluginUnderTest plugin) {
    String read = "proxy_get_header_map_value";
    assertEquals(
        Vector.of(read, "proxy_replace_header_map_value", "proxy_call_foreign_function"),
        plugin.send(get("/api/x")).hostcalls());
    assertEquals(Vector.of(read), plugin.send(get("/x")).hostcalls());
  }

  /** What docs/filters/stripPrefix.md says of cost. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    String read = "proxy_get_header_map_value";
    String write = "proxy_replace_header_map_value";
    assertEquals(Vector.of(read, write, write), plugin.send(get("/api/x")).hostcalls());
    assertEquals(Vector.of(read, "proxy_remove_header_map_value"), plugin.send(get("/x")).hostcalls());
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    SettingsRejected rejected = assertThrows(
        SettingsRejected.class,
        () -> new PathPrefixPlugin()
            .define(Settings.of("{\"prefixes\": [\"/\", \"api\", \"/a?b\", \"/a/../b\"], \"forward\": \"no\"}")));
    assertEquals(
        List.of(
            "/prefixes/0: stripPrefix: \"/\" is the root; give a path such as /api",
            "/prefixes/1: \"api\" is not a path that begins with a slash, such as \"/a/b\"",
            "/prefixes/2: \"/a?b\" is not a path that begins with a slash, such as \"/a/b\"",
            "/prefixes/3: replacePathPrefix: \"/a/../b\" does not begin with a slash or has a segment . or ..; give a path"
                + " such as /a/b",
            "/forward: \"no\" is not true or false"),
        rejected.errors().map(SettingsError::describe).toJavaList());
  }

  @Test
  void badPrefixesAreRefusedWhereTheyAreWritten() {
    for (String prefix : List.of("/", "api", "/a?b", "/a/../b", "")) {
      assertThrows(IllegalArgumentException.class, () -> PathPrefix.of(prefix), prefix);
    }
    assertThrows(IllegalArgumentException.class, PathPrefix::of);
    assertEquals(
        PathPrefix.of("/api").forwarded().rerouting(),
        Settings.of("{\"prefixes\": [\"/api\"], \"forward\": true, \"reroute\": true}").decode(PathPrefix.DECODER));
  }
}
