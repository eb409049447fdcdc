package dev.sluice.std.auth;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients of tests connect from the loopback address, on the model of a proxy from 192.0.2.1. */
class IpBlocksTest {
  static final String HERE = "{\"blocks\": [\"127.0.0.0/8\", \"192.0.2.1\"]}";
  static final String ELSEWHERE = "{\"blocks\": [\"203.0.113.0/24\", \"2001:db8::/32\"], \"status\": 404}";
  static final String HOPS = "{\"blocks\": [\"203.0.113.0/24\", \"2001:db8::/32\"], \"trustedProxies\": 2}";
  static final String TRUSTED = "{\"blocks\": [\"203.0.113.0/24\", \"2001:db8::/32\"],"
      + " \"trustedBlocks\": [\"127.0.0.0/8\", \"192.0.2.1\", \"10.0.0.0/8\"]}";

  private static int from(PluginUnderTest plugin, String forwarded) {
    return plugin.send(get("/").header("x-forwarded-for", forwarded)).status();
  }

  @EveryPlace
  @UsePlugin(value = IpAllowPlugin.class, settings = HERE)
  void clientsInABlockPass(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/")).status());
  }

  @EveryPlace
  @UsePlugin(value = IpAllowPlugin.class, settings = ELSEWHERE)
  void clientsElsewhereAreRefused(PluginUnderTest plugin) {
    assertEquals(404, plugin.send(get("/")).status());
  }

  @EveryPlace
  @UsePlugin(value = IpDenyPlugin.class, settings = HERE)
  void clientsInABlockAreRefused(PluginUnderTest plugin) {
    assertEquals(403, plugin.send(get("/")).status());
  }

  /** What docs/filters/ipAccess.md says of Envoy: without use_remote_address it believes X-Forwarded-For itself. */
  @EveryPlace
  @UsePlugin(value = IpAllowPlugin.class, settings = ELSEWHERE)
  void thePeerIsWhatTheProxyTakesForIt(PluginUnderTest plugin) {
    boolean envoy = plugin.place().kind() == Place.Kind.ENVOY;
    assertEquals(envoy ? 200 : 404, from(plugin, "203.0.113.1"));
    assertEquals(404, from(plugin, "203.0.113.1, 198.51.100.1"));
  }

  @EveryPlace
  @UsePlugin(value = IpDenyPlugin.class, settings = ELSEWHERE)
  void clientsElsewherePass(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/")).status());
    if (plugin.place().kind() == Place.Kind.EMBEDDED) {
      assertEquals(Vector.of("proxy_get_property"), plugin.send(get("/")).hostcalls());
    }
  }

  @EveryPlace
  @UsePlugin(value = IpAllowPlugin.class, settings = HOPS)
  void trustedProxiesTellTheClientToAllow(PluginUnderTest plugin) {
    assertEquals(200, from(plugin, "1.1.1.1, 203.0.113.9, 10.0.0.1"));
    assertEquals(200, from(plugin, "203.0.113.9:1234 ,10.0.0.1"));
    assertEquals(200, from(plugin, "[2001:db8::1]:80, 10.0.0.1"));
    assertEquals(200, from(plugin, "::ffff:203.0.113.9, 10.0.0.1"));
    assertEquals(200,
        plugin.send(get("/").header("x-forwarded-for", "203.0.113.9").header("x-forwarded-for", "10.0.0.1")).status());
    assertEquals(403, from(plugin, "203.0.113.9, 1.1.1.1, 10.0.0.1"), "what a client writes itself does not matter");
    assertNobodyKnown(plugin);
  }

  @EveryPlace
  @UsePlugin(value = IpDenyPlugin.class, settings = HOPS)
  void trustedProxiesTellTheClientToDeny(PluginUnderTest plugin) {
    assertEquals(403, from(plugin, "1.1.1.1, 203.0.113.9, 10.0.0.1"));
    assertEquals(403, from(plugin, "2001:db8::1, 10.0.0.1"));
    assertEquals(200, from(plugin, "203.0.113.9, 1.1.1.1, 10.0.0.1"));
    assertNobodyKnown(plugin);
  }

  private static void assertNobodyKnown(PluginUnderTest plugin) {
    for (Request request : Vector.of(get("/"), get("/").header("x-forwarded-for", "203.0.113.9"),
        get("/").header("x-forwarded-for", ""), get("/").header("x-forwarded-for", ", 10.0.0.1"),
        get("/").header("x-forwarded-for", "unknown, 10.0.0.1"),
        get("/").header("x-forwarded-for", ",".repeat(10_000) + "x,10.0.0.1"),
        get("/").header("x-forwarded-for", Bytes.latin1("\u00ff, 10.0.0.1")))) {
      assertEquals(403, plugin.send(request).status(), request::toString);
    }
  }

  @EveryPlace
  @UsePlugin(value = IpDenyPlugin.class, settings = TRUSTED)
  void trustedBlocksTellTheClient(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/")).status());
    assertEquals(403, from(plugin, "1.1.1.1, 203.0.113.9, 10.0.0.1"));
    assertEquals(200, from(plugin, "203.0.113.9, 1.1.1.1, 10.0.0.1"));
    assertEquals(403, from(plugin, "unknown, 10.0.0.1"));
  }

  @Test
  void whatIsWrongWithSettingsIsToldAtOnce() {
    String settings = "{\"blocks\": [\"10.0.0.1/8\", \"x\"], \"trustedProxies\": 101, \"status\": 200}";
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new IpDenyPlugin().define(Settings.of(settings)));
    assertEquals(
        List.of("/blocks/0", "/blocks/1", "/trustedProxies", "/status"),
        rejected.errors().map(SettingsError::pointer).toJavaList());
    String both = "{\"blocks\": [\"10.0.0.0/8\"], \"trustedProxies\": 1, \"trustedBlocks\": [\"10.0.0.0/8\"]}";
    assertThrows(SettingsRejected.class, () -> new IpDenyPlugin().define(Settings.of(both)));
    assertThrows(IllegalArgumentException.class, () -> IpBlocks.of());
    assertThrows(IllegalArgumentException.class, () -> IpBlocks.of("10.0.0.1/8"));
    assertThrows(IllegalArgumentException.class, () -> IpBlocks.of("10.0.0.0/8").status(200));
  }
}
