package dev.sluice.testkit.foreign;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.FailurePolicy;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyLog;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.RecordingUpstream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A plugin that calls {@code exit} has no VM any more, there as here. */
class CExitTest {
  @Test
  void exitEndsTheVmInTheEmbeddedHost() {
    WasmPlugin code = WasmPlugin.of(new CPlugins.Wasi().file(), Engine.COMPILER);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(PluginSpec.of("c", code))) {
      assertEquals(200, send(proxy, HttpRequest.get("/")).status());
      HttpOutcome outcome = send(proxy, HttpRequest.get("/").header("x-exit", "1"));
      assertEquals(503, outcome.status());
      String text = outcome.log().getLast().text();
      assertTrue(text.contains("proxy_on_request_headers: ") && text.endsWith(" (after proc_exit 7)"), text);
      assertEquals(503, send(proxy, HttpRequest.get("/")).status());
    }
  }

  private static HttpOutcome send(EmbeddedProxy proxy, HttpRequest request) {
    return proxy.exchange(request, seen -> HttpResponse.of(200, "up"));
  }

  @EveryEnvoy
  void exitEndsTheVmInEnvoy(EnvoyBinary binary) throws IOException {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = EnvoyProcess.start(binary, config(upstream));
        Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      assertEquals(200, connection.exchange(get("/")).status());
      assertEquals(503, connection.exchange(get("/").header("x-exit", "1")).status());
      assertEquals(503, connection.exchange(get("/")).status());
      assertTrue(envoy.log().lines().exists(EnvoyLog.Line::isVmFailure));
    }
  }

  private static EnvoyConfig config(RecordingUpstream upstream) {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
    WasmFilterConfig filter = WasmFilterConfig.of("c", new CPlugins.Wasi().file().toAbsolutePath().toString())
        .withFailurePolicy(FailurePolicy.FAIL_CLOSED);
    return EnvoyConfig.of(Address.anyLocalPort(),
        HttpListener.of("in", Address.anyLocalPort(), cluster.name(), filter), cluster);
  }
}
