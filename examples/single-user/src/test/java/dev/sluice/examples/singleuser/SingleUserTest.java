package dev.sluice.examples.singleuser;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.property.RequestWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.explain.Explanation;
import dev.sluice.explain.Way;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

@UsePlugin(SingleUser.class)
class SingleUserTest {
  @EveryPlace
  void refusesARepeatedUser(PluginUnderTest plugin) {
    assertRefused(400, plugin.send(get("/").header("x-user-id", "ann").header("x-user-id", "root")));
    assertRefused(400, plugin.send(get("/").header("x-user-id", "ann").header("X-User-Id", "ann")));
  }

  @EveryPlace
  void refusesWithoutAUser(PluginUnderTest plugin) {
    assertRefused(403, plugin.send(get("/")));
    assertRefused(403, plugin.send(get("/").header("x-user-id", "")));
  }

  @EveryPlace
  void passesOneUser(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(get("/").header("x-user-id", "ann"));
    assertEquals(200, exchange.status());
    assertEquals(1, exchange.hostcalls().size());
  }

  @EveryPlace
  void onlyRequestsOfOneUserPass(PluginUnderTest plugin) {
    forAllRequests().with(header("x-user-id").repeated()).expect(plugin, exchange -> exchange.status() == 400);
    forAllRequests().with(header("x-user-id").absent()).expect(plugin, exchange -> exchange.status() == 403);
    forAllRequests().with(header("x-user-id").present()).expect(plugin, exchange -> exchange.upstreamSaw().isDefined());
  }

  @Test
  void whatItCostsIsForetold() {
    List<Way> ways = Explanation.of(new SingleUser()).request().get().all().get();
    assertEquals(List.of("answers 403", "continues", "answers 400"), ways.map(Way::outcome));
    assertEquals(List.of(2, 1, 2), ways.map(Way::cost));
  }

  private static void assertRefused(int status, Exchange exchange) {
    assertEquals(status, exchange.status());
    assertTrue(exchange.upstreamSaw().isEmpty());
    assertEquals(2, exchange.hostcalls().size());
  }
}
