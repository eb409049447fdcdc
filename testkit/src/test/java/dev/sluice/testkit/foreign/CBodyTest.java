package dev.sluice.testkit.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;

@UsePlugin(CPlugins.Body.class)
class CBodyTest {
  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void holdsTheRequestsBodyAndPassesTheResponses(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "").pieces("seen ", request.body().utf8()));
    assertEquals("SEEN 6:FEDCBA", plugin.send(Request.of("POST", "/").pieces("abc", "de", "f")).text());
  }

  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void aLargeBodyMakesTheAllocatorGrowTheMemory(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, request.body().utf8()));
    String body = "x".repeat(900_000);
    assertEquals("900000:" + "X".repeat(900_000), plugin.send(Request.post("/", body)).text());
  }
}
