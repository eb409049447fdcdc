package dev.sluice.testkit;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.LogLevel;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.FixtureModule;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EnvoyRunnerTest {
  private static final LogEntry LINE = new LogEntry(LogLevel.INFO, "got\na \"request\"");

  @TempDir Path folder;

  @EveryEnvoy
  void tellsWhatEachExchangeDid(EnvoyBinary envoy) throws Exception {
    try (PlaceRunner runner = start(envoy)) {
      PluginUnderTest plugin = new PluginUnderTest(Place.envoy(envoy.version()), runner);
      plugin.upstream(request -> Response.of(418, request.target()));
      for (int i = 0; i < 3; i++) {
        Exchange passed = plugin.send(get("/" + i).header("x", "y"));
        assertEquals(418, passed.status());
        assertEquals("/" + i, passed.text());
        assertEquals("y", passed.upstreamSaw().get().headers().first("x").get());
        assertEquals(Vector.of(LINE), passed.logs());
        assertEquals(
            Vector.of("proxy_log", "proxy_get_header_map_value", "proxy_get_header_map_value"), passed.hostcalls());
        Exchange answered = plugin.send(get("/").header("x-reply", ""));
        assertEquals(200, answered.status());
        assertEquals("reply", answered.text());
        assertTrue(answered.upstreamSaw().isEmpty());
        assertEquals("proxy_send_local_response", answered.hostcalls().last());
        assertEquals(4, answered.hostcalls().size());
      }
    }
  }

  @EveryEnvoy
  void aTrapFailsTheTestThatDidNotSeeIt(EnvoyBinary envoy) throws Exception {
    PlaceRunner runner = start(envoy);
    Exchange exchange = runner.send(0, get("/").header("x-trap", ""));
    assertEquals(503, exchange.status());
    AssertionError error = assertThrows(AssertionError.class, runner::close);
    assertTrue(error.getMessage().contains("proxy_on_request_headers failed"), error.getMessage());
  }

  private PlaceRunner start(EnvoyBinary envoy) throws Exception {
    Path module = Files.write(folder.resolve("fixture.wasm"), FixtureModule.replying("reply"));
    WasmFilterConfig filter = WasmFilterConfig.of("fixture", module.toString());
    return EnvoyRunner.start(
        envoy.version(), new EnvoySetup(Vector.of(filter), Setup.STANDARD), true);
  }
}
