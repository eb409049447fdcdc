package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import org.junit.jupiter.api.Test;

/** Hosts that lack hostcalls, as modules meet them at their imports. */
class HostProfileModuleTest {
  private static final String SIZE = "env.proxy_get_header_map_size";
  private static final String LEVEL = "env.proxy_get_log_level";
  private static final String TICK = "env.proxy_set_tick_period_milliseconds";
  private static final int OUT = 2_048;

  @Test
  void aModuleThatImportsWhatAHostDoesNotKnowIsNotLoaded() {
    Bytes module = TestModule.proxy().imports(SIZE, "(ii)i").build();
    start(HostProfiles.ENVOY, module).close();
    PluginRefusedException refused =
        assertThrows(PluginRefusedException.class, () -> start(HostProfiles.NGX_WASM, module).close());
    assertTrue(refused.getMessage().contains("missing host function: ngx_wasm_module 0.6 has no proxy_get_header_map_"),
        refused.getMessage());
  }

  @Test
  void aCallThatAHostHasNotMadeYetEndsTheVm() {
    Bytes module = TestModule.proxy()
        .imports(LEVEL, "(i)i")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(LEVEL, OUT).drop().i32(0))
        .build();
    assertEquals(200, exchange(HostProfiles.ENVOY, module).status());
    HttpOutcome ended = exchange(HostProfiles.NGX_WASM, module);
    assertEquals(503, ended.status());
    assertTrue(ended.log().toString().contains("ngx_wasm_module 0.6 has no proxy_get_log_level"),
        ended.log()::toString);
  }

  @Test
  void aCallThatAHostLeavesOutAnswersUnimplemented() {
    Bytes module = TestModule.proxy()
        .imports(TICK, "(i)i")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(TICK, 10).drop().i32(0))
        .build();
    HttpOutcome outcome = exchange(HostProfiles.GOOGLE, module);
    assertEquals(200, outcome.status());
    assertEquals(Status.UNIMPLEMENTED, outcome.hostcalls().getFirst().status());
  }

  private static HttpOutcome exchange(HostProfile profile, Bytes module) {
    try (EmbeddedProxy proxy = start(profile, module)) {
      return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
    }
  }

  private static EmbeddedProxy start(HostProfile profile, Bytes module) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withProfile(profile),
        PluginSpec.of("test", WasmPlugin.of(module, Engine.INTERPRETER)));
  }
}
