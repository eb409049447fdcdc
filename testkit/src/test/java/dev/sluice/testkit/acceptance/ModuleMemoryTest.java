package dev.sluice.testkit.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.testkit.CompiledPlugin;
import org.junit.jupiter.api.Test;

/** What a host has handed over is let go at once (pain 10 of our list): many bodies need no more room than one. */
class ModuleMemoryTest {
  private static final int BODY = 100_000;
  private static final int MEMORY = 20 * BODY;

  @Test
  void bodiesOfManyTimesTheMemoryPassOneAfterTheOther() {
    PluginSpec spec =
        PluginSpec.of("pains", WasmPlugin.of(CompiledPlugin.of(PainsPlugin.class).module(), Engine.COMPILER))
            .withConfiguration(ProxyPromises.withHeadersStop(""))
            .withAllowOnHeadersStopIteration(true);
    HostEnvironment narrow =
        HostEnvironment.deterministic().withLimits(GuestLimits.standard().withMemoryBytes(MEMORY));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(narrow, spec)) {
      HttpRequest request = HttpRequest.of("POST", "/held").body("x".repeat(BODY));
      for (int i = 0; i < 10 * MEMORY / BODY; i++) {
        assertEquals(200, proxy.exchange(request, seen -> HttpResponse.of(200, "")).status());
      }
    }
  }
}
