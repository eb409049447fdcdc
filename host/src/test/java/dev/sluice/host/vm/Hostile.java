package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.util.List;

/** Runs a hostile plugin in front of one that means no harm, which marks each request. */
final class Hostile {
  private static final String ADD = "env.proxy_add_header_map_value";

  private Hostile() {}

  /** A proxy with the hostile plugin before the other. */
  static EmbeddedProxy proxy(TestModule hostile, Engine engine, GuestLimits limits, FailurePolicy policy) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withLimits(limits),
        PluginSpec.of("hostile", WasmPlugin.of(hostile.build(), engine)).withFailurePolicy(policy),
        PluginSpec.of("neighbour", WasmPlugin.of(neighbour(), engine)));
  }

  private static Bytes neighbour() {
    return TestModule.proxy()
        .imports(ADD, "(iiiii)i")
        .data(0, "x-neighbour")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(ADD, 0, 0, 11, 0, 2))
        .build();
  }

  static HttpOutcome send(EmbeddedProxy proxy) {
    return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
  }

  /** The upstream got the request as the neighbour has marked it. */
  static void assertMarked(HttpOutcome outcome) {
    assertEquals("up", outcome.text());
    assertEquals(List.of(Bytes.utf8("x-")), outcome.upstreamSaw().get().values("x-neighbour"));
  }

  /** The first request makes the plugin's VM fail for this reason; then things go as the failure policy says. */
  static void assertEndsItsOwnVmOnly(TestModule hostile, Engine engine, GuestLimits limits, String reason) {
    try (EmbeddedProxy proxy = proxy(hostile, engine, limits, FailurePolicy.FAIL_CLOSED)) {
      HttpOutcome first = send(proxy);
      assertEquals(503, first.status());
      assertFailed(first, reason);
      assertEquals(503, send(proxy).status());
    }
    assertOthersGoOn(hostile, engine, limits, reason);
  }

  /** The first request makes the plugin's VM fail for this reason; it and the next one pass the other plugin. */
  static void assertOthersGoOn(TestModule hostile, Engine engine, GuestLimits limits, String reason) {
    try (EmbeddedProxy proxy = proxy(hostile, engine, limits, FailurePolicy.FAIL_OPEN)) {
      HttpOutcome first = send(proxy);
      assertFailed(first, reason);
      assertMarked(first);
      assertMarked(send(proxy));
    }
  }

  private static void assertFailed(HttpOutcome outcome, String reason) {
    List<LogLine> critical = outcome.log().stream().filter(line -> line.level() == LogLevel.CRITICAL).toList();
    assertEquals(1, critical.size(), critical.toString());
    assertTrue(critical.get(0).text().contains(reason), critical.toString());
  }
}
