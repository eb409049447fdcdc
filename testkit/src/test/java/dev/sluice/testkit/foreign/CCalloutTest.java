package dev.sluice.testkit.foreign;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Reply;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;

@UsePlugin(CPlugins.Callout.class)
@UseProxy(clusters = "auth")
class CCalloutTest {
  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void theAnswerGoesOnWithTheRequest(PluginUnderTest plugin) {
    plugin.cluster("auth", Callee.of(call -> Response.of(200, call.method() + " " + call.body().utf8())));
    Exchange exchange = plugin.send(get("/"));
    assertEquals(200, exchange.status());
    assertEquals(Vector.of("POST may it pass?"), exchange.upstreamSaw().get().headers().all("x-answer"));
  }

  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void aRefusalRefusesTheRequest(PluginUnderTest plugin) {
    plugin.cluster("auth", Callee.of(call -> Response.of(401, "")));
    Exchange exchange = plugin.send(get("/"));
    assertEquals(403, exchange.status());
    assertEquals("refused", exchange.text());
  }

  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void noAnswerInTimeRefusesTheRequest(PluginUnderTest plugin) {
    plugin.cluster("auth", call -> Reply.never());
    assertEquals(403, plugin.send(get("/")).status());
  }
}
