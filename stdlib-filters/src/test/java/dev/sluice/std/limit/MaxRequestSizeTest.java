package dev.sluice.std.limit;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

@UsePlugin(value = MaxRequestSizePlugin.class, settings = "{\"bytes\": \"10B\"}")
class MaxRequestSizeTest {
  @EveryPlace
  void bodiesUpToTheLimitPass(PluginUnderTest plugin) {
    assertEquals(200, plugin.send(get("/")).status());
    assertEquals("0123456789", plugin.send(post("/", "0123456789")).upstreamSaw().get().body().utf8());
    assertEquals("0123456789", plugin.send(Request.of("POST", "/").pieces("01234", "56789"))
        .upstreamSaw()
        .get()
        .body()
        .utf8());
  }

  @EveryPlace
  void whatAnnouncesMoreIsRefusedBeforeTheUpstreamSeesIt(PluginUnderTest plugin) {
    Exchange refused = plugin.send(post("/", "0123456789x"));
    assertEquals(413, refused.status());
    assertTrue(refused.upstreamSaw().isEmpty());
    assertEquals(413, plugin.send(post("/", "x".repeat(100_000))).status());
  }

  @EveryPlace
  void whatTurnsOutToBeMoreIsRefusedThen(PluginUnderTest plugin) {
    assertEquals(413, plugin.send(Request.of("POST", "/").pieces("012345", "6789x")).status());
    assertEquals(413, plugin.send(Request.of("POST", "/").pieces("x".repeat(1000), "y")).status());
  }

  @EveryPlace
  void hostcallsOfTheWayThrough(PluginUnderTest plugin) {
    assertEquals(Vector.of("proxy_get_header_map_value"), plugin.send(get("/")).hostcalls());
    assertEquals(Vector.of("proxy_get_header_map_value", "proxy_get_buffer_bytes"),
        plugin.send(post("/", "0123456789")).hostcalls());
  }

  @Test
  void whatIsWrongWithSettingsIsTold() {
    for (String settings : new String[] {"{}", "{\"bytes\": 10}", "{\"bytes\": \"10\"}", "{\"bytes\": \"-1B\"}"}) {
      assertThrows(SettingsRejected.class, () -> new MaxRequestSizePlugin().define(Settings.of(settings)));
    }
    assertThrows(IllegalArgumentException.class, () -> new MaxRequestSize(-1));
  }
}
