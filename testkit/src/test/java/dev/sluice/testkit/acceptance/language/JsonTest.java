package dev.sluice.testkit.acceptance.language;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.head;
import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Response;

/** JSON bodies are changed, and refused where they are none or lack what is required. */
@UsePlugin(JsonPlugin.class)
class JsonTest {
  @EveryPlace
  void aRequestsJsonIsChanged(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(
        post("/in", "").header("x-user", "\"ann\"").pieces("{\"id\": 1, \"amt\":", " 2.50,", " \"debug\": [1, 2]}"));
    assertEquals(200, exchange.status(), exchange.text());
    assertEquals(
        "{\"id\": 1,\"user\":{\"name\":\"\\\"ann\\\"\"},\"count\":3,\"amount\":2.50}",
        exchange.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void whatIsNoJsonOrLacksSomethingIsRefused(PluginUnderTest plugin) {
    assertEquals(400, plugin.send(post("/in", "{\"id\": ")).status());
    assertEquals(400, plugin.send(get("/in")).status());
    Exchange missing = plugin.send(post("/in", "{\"amt\": 1}"));
    assertEquals(422, missing.status());
    assertEquals("{\"error\": \"no id\"}", missing.text());
  }

  @EveryPlace
  void aResponsesJsonIsChanged(PluginUnderTest plugin) {
    plugin.upstream(request -> Response.of(200, "{\"secret\":\"s\",\"a\":1}").header("etag", "\"1\""));
    Exchange exchange = plugin.send(get("/out"));
    assertEquals("{\"a\":1,\"served-by\":\"edge\"}", exchange.text());
    assertTrue(exchange.headers().all("etag").isEmpty());
    assertEquals(200, plugin.send(head("/out")).status());
    plugin.upstream(request -> Response.of(200, "secret"));
    assertEquals(502, plugin.send(get("/out")).status());
  }
}
