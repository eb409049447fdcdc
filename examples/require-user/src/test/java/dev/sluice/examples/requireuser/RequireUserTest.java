package dev.sluice.examples.requireuser;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.property.RequestWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;

@UsePlugin(RequireUser.class)
class RequireUserTest {
  @EveryPlace
  void refusesWithoutAUser(PluginUnderTest plugin) {
    assertRefused(plugin.send(get("/")));
  }

  @EveryPlace
  void refusesAnEmptyUser(PluginUnderTest plugin) {
    assertRefused(plugin.send(get("/").header("x-user-id", "")));
    assertRefused(plugin.send(get("/").header("x-user-id", "  ")));
  }

  @EveryPlace
  void passesAUserOnUnchanged(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/orders?page=2").header("x-user-id", "ann"));
    assertEquals(200, exchange.status());
    assertEquals("upstream", exchange.text());
    assertEquals("/orders?page=2", exchange.upstreamSaw().get().target());
    assertEquals(Vector.of("ann"), exchange.upstreamSaw().get().headers().all("x-user-id"));
    assertEquals(Vector.of("proxy_get_header_map_value"), exchange.hostcalls());
  }

  @EveryPlace
  void nobodyPassesWithoutAUserAndAllElseDoesUnchanged(PluginUnderTest plugin) {
    forAllRequests().with(header("x-user-id").missing()).expect(plugin, exchange -> exchange.status() == 403);
    forAllRequests()
        .with(header("x-user-id").present())
        .check(plugin, (request, exchange) -> {
          assertEquals(request.target(), exchange.upstreamSaw().get().target());
          assertEquals(request.body(), exchange.upstreamSaw().get().body());
        });
  }

  private static void assertRefused(Exchange exchange) {
    assertEquals(403, exchange.status());
    assertEquals("Forbidden", exchange.text());
    assertTrue(exchange.upstreamSaw().isEmpty());
    assertEquals(Vector.of("proxy_get_header_map_value", "proxy_send_local_response"), exchange.hostcalls());
  }
}
