package dev.sluice.testkit.property;

import static dev.sluice.testkit.property.RequestWords.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.plugins.RequireUser;

@UsePlugin(RequireUser.class)
class RequestPropertyTest {
  @EveryPlace
  void whatHoldsIsAccepted(PluginUnderTest plugin) {
    forAllRequests().with(header("x-user-id").missing()).expect(plugin, exchange -> exchange.status() == 403);
  }

  @EveryPlace
  void upstreamsMayAnswerAnything(PluginUnderTest plugin) {
    forAllRequests().with(header("x-user-id").present()).answeredByAnything().check(plugin, (request, exchange) -> {
      assertEquals(request.target(), exchange.upstreamSaw().get().target());
      assertEquals(request.body(), exchange.upstreamSaw().get().body());
    });
  }

  /** The property forgets that an empty user is none. */
  @EveryPlace
  void whatDoesNotIsToldAsTheSmallestRequest(PluginUnderTest plugin) {
    AssertionError failure = assertThrows(AssertionError.class, () -> forAllRequests()
        .with(header("x-user-id").of(Fields.values()))
        .expect(plugin, exchange -> exchange.status() == 200));
    assertEquals(
        "curl -i --path-as-is --globoff -A '' -H accept: -H 'x-user-id;' 'http://localhost:10000/'",
        failure.getMessage().lines().toList().get(1).strip());
    assertTrue(failure.getMessage().contains("the client gets 403"), failure.getMessage());
  }
}
