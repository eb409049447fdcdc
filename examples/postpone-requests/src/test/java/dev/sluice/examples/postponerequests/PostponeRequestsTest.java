package dev.sluice.examples.postponerequests;

import static dev.sluice.testkit.http.Request.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;

@UsePlugin(value = PostponeRequests.class, settings = "{\"for\": \"150ms\"}")
class PostponeRequestsTest {
  @EveryPlace
  void requestsGoOnLater(PluginUnderTest plugin) {
    Exchange exchange = plugin.send(post("/", "body"));
    assertEquals("upstream", exchange.text());
    assertEquals("body", exchange.upstreamSaw().get().body().utf8());
    long postponed = Long.parseLong(exchange.upstreamSaw().get().headers().first("x-postponed-ms").get());
    assertTrue(postponed >= 150, () -> "only " + postponed + " ms");
  }
}
