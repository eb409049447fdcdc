package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.keyAuth;
import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.value.Secret;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = KeyAuthPlugin.class, settings = KeyAuthTest.SETTINGS)
class KeyAuthTest {
  /** Bob's is {@code printf bobs-key | sha256sum}. */
  static final String BOB = "\"sha256\": \"D4DEC180A993CD5FA065CAC46B9BBFD1528C39080AFA14D683A5BC657C453892\"";
  static final String CONSUMERS = "\"consumers\": [{\"name\": \"alice\", \"key\": \"alices-key\"},"
      + " {\"name\": \"alice\", \"key\": \"clé\"}, {\"name\": \"bob\", " + BOB
      + "}], \"consumerHeader\": \"x-consumer\"";
  static final String SETTINGS = "{" + CONSUMERS + ", \"realm\": \"reports\"}";
  static final String QUERY = "{\"in\": \"query\", \"name\": \"api key\", " + CONSUMERS + "}";
  static final String COOKIE = "{\"in\": \"cookie\", \"name\": \"key\", " + CONSUMERS + "}";
  static final String HEADER_ALONE = "{\"consumers\": [{\"name\": \"alice\", \"key\": \"alices-key\"}],"
      + " \"forwardKey\": true}";

  private static void assertPasses(PluginUnderTest plugin, String consumer, Request request) {
    Exchange open = plugin.send(request);
    assertEquals(200, open.status(), request::toString);
    assertEquals(Vector.of(consumer), open.upstreamSaw().get().headers().all("x-consumer"));
  }

  private static void assertRefused(PluginUnderTest plugin, Request request) {
    Exchange refused = plugin.send(request);
    assertEquals(401, refused.status(), request::toString);
    assertTrue(refused.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void keysOpen(PluginUnderTest plugin) {
    assertPasses(plugin, "alice", get("/").header("x-api-key", "alices-key").header("x-consumer", "bob"));
    assertPasses(plugin, "alice", get("/").header("x-api-key", Bytes.utf8("clé")));
    assertPasses(plugin, "bob", get("/").header("X-Api-Key", "bobs-key"));
    assertTrue(plugin.send(get("/").header("x-api-key", "bobs-key"))
        .upstreamSaw()
        .get()
        .headers()
        .all("x-api-key")
        .isEmpty(), "the key goes no further");
  }

  @EveryPlace
  void allElseIsRefused(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/"));
    assertEquals(401, refused.status());
    assertEquals(Vector.of("Key realm=\"reports\""), refused.headers().all("www-authenticate"));
    assertRefused(plugin, get("/").header("x-api-key", ""));
    assertRefused(plugin, get("/").header("x-api-key", "alices-kex"));
    assertRefused(plugin, get("/").header("x-api-key", "alices-key, bobs-key"));
    assertRefused(plugin, get("/").header("x-api-key", Bytes.latin1("\u00ff\u0080k")));
    assertRefused(plugin, get("/").header("x-api-key", "k".repeat(30_000)));
    assertRefused(plugin, get("/").header("x-consumer", "alice"));
    assertRefused(plugin, get("/?x-api-key=alices-key").header("cookie", "x-api-key=alices-key"));
  }

  @EveryPlace
  void repeatedKeysAreRefusedEvenIfEqual(PluginUnderTest plugin) {
    assertRefused(plugin, get("/").header("x-api-key", "alices-key").header("x-api-key", "bobs-key"));
    assertRefused(plugin, get("/").header("x-api-key", "alices-key").header("x-api-key", "alices-key"));
  }

  @EveryPlace
  @UsePlugin(value = KeyAuthPlugin.class, settings = QUERY)
  void keysInTheQuery(PluginUnderTest plugin) {
    assertPasses(plugin, "alice", get("/a?api+key=alices-key&b=1"));
    assertPasses(plugin, "alice", get("/?api%20key=cl%C3%A9"));
    assertEquals("/a?c=%zz&b=1", plugin.send(get("/a?c=%zz&api+key=bobs-key&b=1")).upstreamSaw().get().target());
    assertRefused(plugin, get("/"));
    assertRefused(plugin, get("/?api+key"));
    assertRefused(plugin, get("/?api+key=%zz%"));
    assertRefused(plugin, get("/?api+key=%00%ff"));
    assertRefused(plugin, get("/?api+key=alices-key&api%20key=alices-key"));
  }

  @EveryPlace
  @UsePlugin(value = KeyAuthPlugin.class, settings = COOKIE)
  void keysInCookies(PluginUnderTest plugin) {
    assertPasses(plugin, "alice", get("/").header("cookie", "a=b; key=alices-key; c=\"d\""));
    assertPasses(plugin, "bob", get("/").header("cookie", "a=b").header("cookie", "key=\"bobs-key\""));
    assertRefused(plugin, get("/"));
    assertRefused(plugin, get("/").header("cookie", "key=; keys=alices-key; KEY=alices-key; =alices-key;;key"));
    assertRefused(plugin, get("/").header("cookie", "key=alices-key; key=bobs-key"));
    assertRefused(plugin, get("/").header("cookie", "key=alices-key").header("cookie", "key=bobs-key"));
    assertRefused(plugin, get("/").header("cookie", "key=alices-key;" + "a=;".repeat(2_000) + "key=bobs-key"));
  }

  @EveryPlace
  @UsePlugin(value = KeyAuthPlugin.class, settings = HEADER_ALONE)
  void aKeyThatIsOnlyLookedAtCostsOneHostcall(PluginUnderTest plugin) {
    Exchange open = plugin.send(get("/").header("x-api-key", "alices-key"));
    assertEquals(Vector.of("alices-key"), open.upstreamSaw().get().headers().all("x-api-key"));
    if (plugin.place().kind() == Place.Kind.EMBEDDED) {
      assertEquals(Vector.of("proxy_get_header_map_pairs"), open.hostcalls());
    }
  }

  @EveryPlace
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_pairs", "proxy_remove_header_map_value", "proxy_replace_header_map_value"),
        plugin.send(get("/").header("x-api-key", "alices-key")).hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnceAndNoKeyIsShown() {
    String settings = "{\"in\": \"body\", \"name\": \"\", \"realm\": \"a\\\"b\", \"consumers\": [{\"name\": \"a\\nb\","
        + " \"key\": \"\"}, {\"name\": \"b\", \"sha256\": \"hunter2\"}, {\"name\": \"c\"}]}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new KeyAuthPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/in", "/name", "/consumers/0/name", "/consumers/0/key", "/consumers/1/sha256", "/consumers/2",
            "/realm"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertFalse(rejected.getMessage().contains("hunter2"));
  }

  @Test
  void whatIsWrongWithSettingsThatAreWrittenInJavaIsRefusedThere() {
    KeyAuth keys = KeyAuth.inHeader("x-key");
    assertThrows(IllegalArgumentException.class, () -> keyAuth(keys));
    assertThrows(IllegalArgumentException.class, () -> KeyAuth.inHeader("a b"));
    assertThrows(IllegalArgumentException.class, () -> KeyAuth.inCookie(""));
    assertThrows(IllegalArgumentException.class, () -> keys.consumer("a\r\nb", Secret.of("k")));
    assertThrows(IllegalArgumentException.class, () -> keys.consumer("a", Secret.of("")));
    assertThrows(IllegalArgumentException.class, () -> keys.consumerWithHash("a", "abc"));
    assertThrows(IllegalArgumentException.class,
        () -> keys.consumer("a", Secret.of("k")).consumer("b", Secret.of("k")));
  }

  @Test
  void keysAreShownNowhere() {
    KeyAuth keys = KeyAuth.inHeader("x-key").consumer("alice", Secret.of("k"));
    String hash = "8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a";
    assertEquals(keys, KeyAuth.inHeader("x-key").consumerWithHash("alice", hash));
    assertFalse((keys + plugin("p").with(keyAuth(keys)).toString()).contains(hash));
  }
}
