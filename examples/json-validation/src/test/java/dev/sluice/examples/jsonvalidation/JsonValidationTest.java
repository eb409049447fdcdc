package dev.sluice.examples.jsonvalidation;

import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(value = JsonValidation.class, settings = "{\"required\": [\"/id\", \"/user/token\"]}")
class JsonValidationTest {
  private static Exchange send(PluginUnderTest plugin, String body) {
    return plugin.send(post("/", body).header("content-type", "application/json; charset=utf-8"));
  }

  @EveryPlace
  void whatIsCompletePassesAsItIs(PluginUnderTest plugin) {
    String body = "{ \"id\": 1,\n \"user\": {\"token\": \"x\"}, \"more\": [] }";
    Exchange exchange = send(plugin, body);
    assertEquals(200, exchange.status());
    assertEquals(body, exchange.upstreamSaw().get().body().utf8());
  }

  @EveryPlace
  void allElseIsRefused(PluginUnderTest plugin) {
    for (String body : Vector.of("{\"id\": 1}", "{}", "[]", "{\"user\": {\"token\": \"x\"}}",
        "{\"id\": 1, \"id\": 2, \"user\": {\"token\": \"x\"}}")) {
      Exchange refused = send(plugin, body);
      assertEquals(403, refused.status(), body);
      assertEquals("the body lacks what is required\n", refused.text(), body);
    }
    for (String body : Vector.of("", "{\"id\": 1", "id=1")) {
      assertEquals("the body is no JSON\n", send(plugin, body).text(), body);
    }
    assertEquals(403, plugin.send(post("/", "{\"id\": 1, \"user\": {\"token\": \"x\"}}")).status());
  }
}
