package dev.sluice.examples.apigateway;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Headers;
import dev.sluice.testkit.http.Request;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@UsePlugin(value = ApiGateway.class, settings = """
    {"deny": {"blocks": ["203.0.113.0/24"], "trustedProxies": 1}, "cors": {"origins": ["https://app.test"]},
     "keys": {"consumerHeader": "x-consumer", "consumers": [{"name": "ann", "key": "a"}, {"name": "bob", "key": "b"}]},
     "limit": {"requests": 2, "per": "1h"}}
    """)
class ApiGatewayTest {
  private static Request from(String client) {
    return get("/orders").header("x-forwarded-for", client).header("origin", "https://app.test");
  }

  @EveryPlace
  void aKeyOpensTheApi(PluginUnderTest plugin) {
    Exchange open = plugin.send(from("192.0.2.1").header("x-api-key", "a"));
    assertEquals(200, open.status());
    Headers seen = open.upstreamSaw().get().headers();
    assertEquals(Vector.of("ann"), seen.all("x-consumer"));
    assertFalse(seen.has("x-api-key"), "the key goes no further");
    assertEquals(seen.all("x-request-id"), open.headers().all("x-request-id"));
    assertEquals(Vector.of("nosniff"), open.headers().all("x-content-type-options"));
  }

  @EveryPlace
  void strangersAreToldSoWhereTheyCanReadIt(PluginUnderTest plugin) {
    Exchange refused = plugin.send(from("192.0.2.1").header("x-api-key", "c"));
    assertEquals(401, refused.status());
    assertEquals(Vector.of("https://app.test"), refused.headers().all("access-control-allow-origin"));
    assertEquals(1, refused.headers().all("x-request-id").size());
  }

  @EveryPlace
  void whoIsDeniedGetsNoFurther(PluginUnderTest plugin) {
    assertEquals(403, plugin.send(from("203.0.113.9").header("x-api-key", "a")).status());
  }

  @EveryPlace
  void consumersHaveALimitEach(PluginUnderTest plugin) {
    Request request = from("192.0.2.1").header("x-api-key", "b");
    assertEquals(200, plugin.send(request).status());
    assertEquals(200, plugin.send(request).status());
    Exchange refused = plugin.send(request);
    assertEquals(429, refused.status());
    assertTrue(refused.headers().has("retry-after"));
  }

  @Test
  void theFileOfTheExampleIsAccepted() throws IOException {
    String config = Files.readString(Path.of("api-gateway", "config.json"));
    assertEquals("api-gateway", new ApiGateway().define(Settings.of(config)).name());
    assertEquals("api-gateway", new ApiGateway().define(new ApiGateway().sampleSettings()).name());
  }
}
