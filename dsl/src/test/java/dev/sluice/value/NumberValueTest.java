package dev.sluice.value;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.fake.Plugins.holdsInResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberValueTest {
  private static FakeHost with(int status) {
    return FakeHost.get("/").status(Integer.toString(status));
  }

  @Test
  void isAndIsNot() {
    assertTrue(holdsInResponse(with(404), status().is(404)));
    assertFalse(holdsInResponse(with(405), status().is(404)));
    assertTrue(holdsInResponse(with(405), status().isNot(404)));
  }

  @Test
  void in() {
    Condition found = status().in(301, 302, 308);
    assertTrue(holdsInResponse(with(308), found));
    assertFalse(holdsInResponse(with(303), found));
  }

  @Test
  void betweenIncludesBothBounds() {
    Condition serverError = status().between(500, 599);
    assertFalse(holdsInResponse(with(499), serverError));
    assertTrue(holdsInResponse(with(500), serverError));
    assertTrue(holdsInResponse(with(599), serverError));
    assertTrue(holdsInResponse(with(200), serverError.not()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-1", "2e2", "99999999999999999999"})
  void whatIsNoNumberIsAbsent(String text) {
    FakeHost host = FakeHost.get("/").status(text);
    assertFalse(holdsInResponse(host, status().between(Long.MIN_VALUE, Long.MAX_VALUE)));
    assertTrue(holdsInResponse(host, status().isNot(200)));
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> status().in());
    assertThrows(IllegalArgumentException.class, () -> status().between(5, 4));
  }

  @Test
  void aRequestHasNoStatus() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks callbacks = PluginCallbacks.of(
        settings -> plugin("p")
            .request(when(method().is("GET")).then(when(status().is(200)).respond(500))),
        host);
    assertFalse(callbacks.onConfigure(1, 0));
    assertEquals(1, host.lines().size());
    assertTrue(host.lines().get(0).contains("request/1 when/1 when: there is no response status yet"),
        host.lines().get(0));
  }
}
