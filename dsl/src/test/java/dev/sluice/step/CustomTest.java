package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomTest {
  @Test
  void readsAndChangesTheExchange() {
    FakeHost host = FakeHost.get("/p").request("x-a", "1").request("x-b", "2");
    List<Option<Bytes>> read = new ArrayList<>();
    Plugins.request(host, step("all", exchange -> {
      read.add(exchange.header("X-A"));
      read.add(exchange.header("x-none"));
      read.add(exchange.header(":path"));
      exchange.setHeader("X-A", "3");
      exchange.addHeader("x-a", "4");
      exchange.removeHeader("x-b");
      exchange.log(LogLevel.INFO, "line\nline");
    }));
    assertEquals(List.of(Option.some(Bytes.utf8("1")), Option.none(), Option.some(Bytes.utf8("/p"))), read);
    assertEquals(List.of("3", "4"), host.requestHeader("x-a"));
    assertEquals(List.of(), host.requestHeader("x-b"));
    assertEquals(List.of("INFO line\\x0aline"), host.lines());
  }

  @Test
  void aReplyEndsThePart() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("no", exchange -> exchange.respond(respond(418, "tea"))), setHeader("a", "b"));
    assertEquals(418, host.answered());
    assertEquals(List.of("proxy_send_local_response 418"), host.calls());
  }

  @Test
  void twoRepliesInOneStepAreAFailure() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("both", exchange -> {
      exchange.respond(respond(200));
      exchange.respond(respond(201));
    }));
    assertEquals(503, host.answered());
    assertTrue(host.lines().get(0).contains("request/1 step \"both\""), host.lines().get(0));
  }

  @Test
  void anExchangeEndsWithItsStep() {
    List<Exchange> kept = new ArrayList<>();
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("keep", kept::add));
    Exchange late = kept.get(0);
    assertThrows(IllegalStateException.class, () -> late.header("a"));
    assertThrows(IllegalStateException.class, () -> late.setHeader("a", "b"));
    assertThrows(IllegalStateException.class, () -> late.addHeader("a", "b"));
    assertThrows(IllegalStateException.class, () -> late.removeHeader("a"));
    assertThrows(IllegalStateException.class, () -> late.log(LogLevel.INFO, "a"));
    assertThrows(IllegalStateException.class, () -> late.respond(respond(200)));
    assertEquals(List.of(), host.calls());
  }

  @Test
  void whatItChangedIsReadAnew() {
    FakeHost host = FakeHost.get("/").request("x-a", "1");
    Plugins.request(host,
        when(header("x-a").is("2")).respond(500),
        step("change", exchange -> exchange.setHeader("x-a", "2")),
        when(header("x-a").is("2")).respond(200));
    assertEquals(200, host.answered());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> step(" ", exchange -> {}));
    assertThrows(IllegalArgumentException.class, () -> step(null, exchange -> {}));
    assertThrows(IllegalArgumentException.class, () -> step("a", null));
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, step("bad", exchange -> exchange.setHeader("a", "b\r\nc: d")));
    assertEquals(503, host.answered());
  }
}
