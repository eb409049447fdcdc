package dev.sluice.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.profile.HostProfile;
import dev.sluice.abi.profile.HostProfiles;
import dev.sluice.abi.profile.HostTrait;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HostFitTest {
  private static final List<String> BOTH = List.of("exception-handling", "gc");

  @Test
  void aCurrentEnvoyTakesAll() {
    assertEquals(new HostFit(List.of(), List.of()),
        HostFit.of(manifest(BOTH, "proxy_on_tick", "proxy_set_tick_period_milliseconds"), true, HostProfiles.ENVOY));
  }

  @Test
  void anEngineThatLacksWhatTheModuleNeedsCannotLoadIt() {
    assertEquals(
        List.of("it needs WebAssembly's exception-handling and gc, which this host's engine lacks (V8 10.7 to 12.9)"),
        fit(BOTH, HostProfiles.ENVOY_1_32).refusals());
    assertEquals(List.of(), fit(List.of(), HostProfiles.ENVOY_1_32).refusals());
  }

  @Test
  void anEngineThatNobodyKnowsIsSaidToBeUnknown() {
    HostFit fit = fit(BOTH, HostProfiles.GOOGLE);
    assertEquals(List.of(), fit.refusals());
    assertEquals("whether this host loads it is not known: it needs WebAssembly's exception-handling and gc, and the"
        + " host runs a V8 whose version is not published", fit.findings().getFirst());
  }

  @Test
  void hostcallsThatAreNotLinkedKeepAModuleFromLoading() {
    assertEquals(List.of("it imports proxy_get_header_map_size, which this host does not have"),
        HostFit.of(manifest(List.of(), "", "proxy_get_header_map_size"), false, HostProfiles.NGX_WASM).refusals());
  }

  @Test
  void whatIsLackingIsToldOfWhatThePluginUses() {
    HostFit google = HostFit.of(
        manifest(List.of(), "proxy_on_tick", "proxy_set_tick_period_milliseconds"), false, HostProfiles.GOOGLE);
    assertEquals(List.of("proxy_set_tick_period_milliseconds answers UNIMPLEMENTED there",
        "it is never called by proxy_on_tick there"), google.findings().subList(0, 2));
    HostFit nginx = HostFit.of(
        manifest(List.of(), "proxy_on_request_trailers", "proxy_get_log_level"), false, HostProfiles.NGX_WASM);
    assertEquals(List.of("proxy_get_log_level ends the plugin there",
        "it is never called by proxy_on_request_trailers there", "response headers can be held for a reply only"),
        nginx.findings());
  }

  @Test
  void whatIsOtherwiseIsToldWhereItConcernsThePlugin() {
    List<String> body = HostFit.of(
        manifest(List.of(), "proxy_on_request_body", "proxy_log"), false, HostProfiles.ENVOY_1_32).findings();
    assertEquals(List.of(HostTrait.HEADERS_STOP_ALL.description(), HostTrait.LATEST_CHUNK_UNSEEN.description()), body);
    assertEquals(List.of(),
        HostFit.of(manifest(List.of(), "proxy_on_tick", "proxy_log"), false, HostProfiles.ENVOY_1_32).findings());
  }

  @Test
  void aPluginThatHoldsHeadersForTheBodyNeedsAHostWithThatOption() {
    assertEquals(List.of("it holds headers while it reads the body, which this host has no option for"),
        HostFit.of(manifest(List.of(), "", ""), true, HostProfiles.NGX_WASM).refusals());
  }

  private static HostFit fit(List<String> features, HostProfile host) {
    return HostFit.of(manifest(features, "", ""), false, host);
  }

  private static Manifest manifest(List<String> features, String callback, String hostcall) {
    return new Manifest("a.B", 1, new TreeSet<>(List.of(callback)), new TreeSet<>(List.of(hostcall)), new TreeSet<>(),
        new TreeSet<>(features), null);
  }
}
