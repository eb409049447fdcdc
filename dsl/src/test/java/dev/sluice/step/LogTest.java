package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void aLineOfTheAuthors() {
    FakeHost host = FakeHost.get("/");
    Plugins.request(host, log(LogLevel.WARN, "seen"));
    assertEquals(List.of("WARN seen"), host.lines());
    assertEquals(List.of("proxy_log"), host.hostcalls());
  }

  @Test
  void aValueOfTheRequest() {
    FakeHost host = FakeHost.get("/a?q=1");
    Plugins.request(host, log(LogLevel.INFO, path()), log(LogLevel.DEBUG, query("none")));
    assertEquals(List.of("INFO /a", "DEBUG -"), host.lines());
  }

  @Test
  void whatAClientSendsCannotForgeALine() {
    FakeHost host = FakeHost.get("/?q=a%0a%0d%1b%7fERROR+b%09é");
    Plugins.request(host, log(LogLevel.INFO, query("q")));
    assertEquals(List.of("INFO a\\x0a\\x0d\\x1b\\x7fERROR b\\x09é"), host.lines());
  }

  @Test
  void nullsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> log(null, "a"));
    assertThrows(IllegalArgumentException.class, () -> log(LogLevel.INFO, (String) null));
    assertThrows(IllegalArgumentException.class, () -> log(LogLevel.INFO, (dev.sluice.value.TextValue) null));
  }
}
