package dev.sluice.testkit.envoy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.DeploymentFiles;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.FailurePolicy;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.Route;
import dev.sluice.bridge.deploy.TcpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.EveryEnvoy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The files that users get are ones that Envoy takes as they are. */
class GeneratedFilesTest {
  @TempDir Path folder;

  @EveryEnvoy
  void envoyTakesTheGeneratedFile(EnvoyBinary binary) throws Exception {
    Path module = Files.write(folder.resolve("fixture.wasm"), FixtureModule.replying("x"));
    WasmFilterConfig plain = WasmFilterConfig.of("fixture", module.toString());
    WasmFilterConfig full =
        plain
            .withConfiguration("{\n  \"text\": \"yes: 'no' \u00fc\"\n}\n")
            .withAllowOnHeadersStopIteration(true)
            .withAllowedCapabilities(List.of("proxy_log"))
            .withFailurePolicy(FailurePolicy.FAIL_OPEN);
    for (WasmFilterConfig filter : List.of(plain, full)) {
      for (Address upstream : List.of(new Address("127.0.0.1", 1), new Address("::1", 2), new Address("host", 3))) {
        assertValid(binary, filter, Cluster.of("behind", upstream));
        assertValid(binary, filter, Cluster.of("behind", upstream).withProtocol(Cluster.Protocol.HTTP_2));
      }
    }
  }

  @EveryEnvoy
  void envoyTakesListenersWithAllTheirOptions(EnvoyBinary binary) throws Exception {
    Path module = Files.write(folder.resolve("fixture.wasm"), FixtureModule.replying("x"));
    WasmFilterConfig filter =
        WasmFilterConfig.of("fixture", module.toString()).withConfiguration("a").withVmConfiguration("b");
    Cluster upstream =
        Cluster.of("behind", new Address("127.0.0.1", 1)).withProtocol(Cluster.Protocol.HTTP_1_1_TRAILERS);
    HttpListener http =
        HttpListener.of("http", Address.anyLocalPort(), "behind", filter)
            .withBufferLimit(1000)
            .withTrailers()
            .withEvenConnections()
            .withRoutes(Route.of("/a", "behind").withMetadata("space", "x", "1").withMetadata("space", "y", "yes"),
                Route.of("/", "behind"));
    TcpListener tcp = TcpListener.of("tcp", Address.anyLocalPort(), "behind", filter, filter.withName("other"));
    EnvoyConfig config = EnvoyConfig.of(Address.anyLocalPort(), http, upstream).withListeners(http, tcp);
    assertValid(binary, Files.writeString(folder.resolve("full.yaml"), config.yaml()));
  }

  private void assertValid(EnvoyBinary binary, WasmFilterConfig filter, Cluster upstream) throws Exception {
    assertValid(binary, DeploymentFiles.write(folder.resolve("out"), filter, upstream).head());
  }

  private static void assertValid(EnvoyBinary binary, Path config) throws Exception {
    Process process =
        new ProcessBuilder(binary.file().toString(), "--mode", "validate", "-l", "warning", "-c", config.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> output + "\n" + config);
  }
}
