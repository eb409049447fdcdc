package dev.sluice.examples.apigateway;

import static dev.sluice.testkit.property.RequestWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;

@UsePlugin(value = ApiGateway.class, settings = """
    {"deny": {"blocks": ["203.0.113.0/24"], "trustedProxies": 1}, "cors": {"origins": ["https://app.test"]},
     "keys": {"consumers": [{"name": "ann", "key": "a"}]}, "limit": {"requests": 1, "per": "1h"}}
    """)
class ApiGatewayTest {
  @EveryPlace
  void aKeyOpensTheApiAsOftenAsItMay(PluginUnderTest plugin) {
    Request request = Request.get("/orders").header("x-forwarded-for", "192.0.2.1").header("x-api-key", "a");
    assertEquals(Vector.of(200, 429), Vector.fill(2, () -> plugin.send(request)).map(Exchange::status));
  }

  @EveryPlace
  void nothingElseDoes(PluginUnderTest plugin) {
    forAllRequests()
        .with(header("x-forwarded-for").in("192.0.2.1", "203.0.113.9"))
        .with(header("x-api-key").isNot("a"))
        .expect(plugin, exchange -> exchange.upstreamSaw().isEmpty() && exchange.headers().has("x-request-id"));
  }
}
