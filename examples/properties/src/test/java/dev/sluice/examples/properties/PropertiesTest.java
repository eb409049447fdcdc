package dev.sluice.examples.properties;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Headers;
import io.vavr.collection.Vector;

@UsePlugin(Properties.class)
class PropertiesTest {
  @EveryPlace
  @UseProxy(routeMetadata = "sluice.example/auth=cookie")
  void aRouteMayAskForACookie(PluginUnderTest plugin) {
    assertEquals(401, plugin.send(get("/").header("authorization", "Bearer x")).status());
    assertEquals(200, plugin.send(get("/").header("cookie", "a=b")).status());
  }

  @EveryPlace
  @UseProxy(routeMetadata = "sluice.example/auth=authorization")
  void orForCredentials(PluginUnderTest plugin) {
    Exchange refused = plugin.send(get("/").header("cookie", "a=b"));
    assertEquals(401, refused.status());
    assertEquals("this route needs the header authorization\n", refused.text());
    assertEquals(200, plugin.send(get("/").header("authorization", "Bearer x")).status());
  }

  @EveryPlace
  void withoutMetadataAnybodyPassesAndTheUpstreamIsTold(PluginUnderTest plugin) {
    Headers seen = plugin.send(get("/")).upstreamSaw().get().headers();
    assertTrue(seen.first("x-peer").get().matches("[0-9.]+"), seen::toString);
    assertEquals(Vector.of("HTTP/1.1"), seen.all("x-protocol"));
    assertEquals(Vector.of("Properties"), seen.all("x-plugin"));
  }
}
