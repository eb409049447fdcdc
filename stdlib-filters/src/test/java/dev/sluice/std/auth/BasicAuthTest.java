package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.plugin;
import static dev.sluice.std.Filters.basicAuth;
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
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.value.Secret;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(value = BasicAuthPlugin.class, settings = BasicAuthTest.SETTINGS)
class BasicAuthTest {
  /** {@code printf 'bob:b:2' | sha256sum}. */
  static final String BOB = "38df906232dc9974ee5b80becf9cfa9e7d2c10d961a7adb05238b35a70a2e613";
  static final String SETTINGS = "{\"realm\": \"the reports\", \"userHeader\": \"x-user\", \"users\": ["
      + "{\"name\": \"ann\", \"password\": \"geheim\"}, {\"name\": \"zoé\", \"password\": \"clé\"},"
      + " {\"name\": \"bob\", \"sha256\": \"" + BOB + "\"}]}";
  static final String LOOKING = "{\"realm\": \"r\", \"forwardCredentials\": true,"
      + " \"users\": [{\"name\": \"ann\", \"password\": \"geheim\"}]}";

  private static Request with(String pair) {
    return authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static Request authorized(String credentials) {
    return get("/").header("authorization", credentials);
  }

  private static void assertPasses(PluginUnderTest plugin, String user, Request request) {
    Exchange open = plugin.send(request.header("x-user", "root"));
    assertEquals(200, open.status());
    assertEquals(Vector.of(Bytes.utf8(user)), open.upstreamSaw().get().headers().bytes("x-user"));
    assertFalse(open.upstreamSaw().get().headers().has("authorization"), "the password goes no further");
  }

  private static void assertRefused(PluginUnderTest plugin, Request request) {
    Exchange refused = plugin.send(request);
    assertEquals(401, refused.status(), request::toString);
    assertEquals(
        Vector.of("Basic realm=\"the reports\", charset=\"UTF-8\""), refused.headers().all("www-authenticate"));
    assertTrue(refused.upstreamSaw().isEmpty());
  }

  @EveryPlace
  void passwordsOpen(PluginUnderTest plugin) {
    assertPasses(plugin, "ann", with("ann:geheim"));
    assertPasses(plugin, "zoé", with("zoé:clé"));
    assertPasses(plugin, "bob", with("bob:b:2"));
    assertPasses(plugin, "ann", authorized("bAsIc  YW5uOmdlaGVpbQ=="));
  }

  @EveryPlace
  void allElseIsRefused(PluginUnderTest plugin) {
    assertRefused(plugin, get("/"));
    for (String pair : List.of("ann:geheimx", "ann:", "ann", ":geheim", "", ":", "Ann:geheim", "bob:geheim",
        "ann:geheim\n", "ann:geheim\0", "x".repeat(20_000) + ":y")) {
      assertRefused(plugin, with(pair));
    }
    for (String credentials : List.of("", "Basic", "Basic ", "Basic YW5uOmdlaGVpbQ", "Basic YW5uOmdlaGVpbQ==x",
        "Basic YW5u!mdlaGVpbQ==", "Basic /////w==", "Basic YW5uOmdlaGVpbR==", "Bearer YW5uOmdlaGVpbQ==",
        "Basic YW5uOmdlaGVpbQ==, Basic YW5uOmdlaGVpbQ==")) {
      assertRefused(plugin, authorized(credentials));
    }
    assertRefused(plugin, get("/").header("authorization", Bytes.latin1("Basic \u00ff\u0080")));
  }

  @EveryPlace
  void repeatedCredentialsAreRefused(PluginUnderTest plugin) {
    assertRefused(plugin, with("ann:geheim").header("authorization", "Basic YW5uOmdlaGVpbQ=="));
  }

  @EveryPlace
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    assertEquals(
        Vector.of("proxy_get_header_map_pairs", "proxy_remove_header_map_value", "proxy_replace_header_map_value"),
        plugin.send(with("ann:geheim")).hostcalls());
  }

  @EveryPlace
  @UsePlugin(value = BasicAuthPlugin.class, settings = LOOKING)
  void credentialsThatAreOnlyLookedAtCostOneHostcall(PluginUnderTest plugin) {
    Exchange open = plugin.send(with("ann:geheim"));
    assertTrue(open.upstreamSaw().get().headers().has("authorization"));
    assertEquals(Vector.of("proxy_get_header_map_pairs"), open.hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnceAndNoPasswordIsShown() {
    String settings = "{\"realm\": \"a\\\\b\", \"userHeader\": \"a b\", \"users\": [{\"name\": \"a:b\","
        + " \"password\": \"\"}, {\"name\": \"c\", \"sha256\": \"hunter2\"}, {\"name\": \"d\"}, {}]}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new BasicAuthPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/realm", "/users/0/name", "/users/0/password", "/users/1/sha256", "/users/2", "/users/3/name",
            "/userHeader"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    assertFalse(rejected.getMessage().contains("hunter2"));
  }

  @Test
  void whatIsWrongWithSettingsThatAreWrittenInJavaIsRefusedThere() {
    BasicAuth nobody = BasicAuth.realm("r");
    assertThrows(IllegalArgumentException.class, () -> basicAuth(nobody));
    assertThrows(IllegalArgumentException.class, () -> BasicAuth.realm("a\"b"));
    assertThrows(IllegalArgumentException.class, () -> nobody.user("a:b", Secret.of("p")));
    assertThrows(IllegalArgumentException.class, () -> nobody.user("a\nb", Secret.of("p")));
    assertThrows(IllegalArgumentException.class, () -> nobody.userHeader("a b"));
    assertThrows(IllegalArgumentException.class,
        () -> nobody.user("a", Secret.of("p")).user("a", Secret.of("p")));
    BasicAuth two = nobody.user("a", Secret.of("p")).user("b", Secret.of("p"));
    assertFalse((two + plugin("p").with(basicAuth(two)).toString()).contains(
        two.users().get(0).hash().reveal().utf8()));
  }
}
