package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyLog;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.plugins.Failing;
import dev.sluice.testkit.plugins.Hoarding;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Failure after failure, and Envoy goes on with the VM it has. */
class EnvoyFailuresTest {
  private static final int CLIENTS = 10;
  private static final int ROUNDS = 125;
  private static final Vector<String> WAYS =
      Vector.of("throw", "null", "negative-size", "index", "cast", "divide", "remainder", "recursion");

  @EveryEnvoy
  void tenThousandFailuresLeaveEnvoyHealthy(EnvoyBinary binary) throws Exception {
    EnvoyOptions options = EnvoyOptions.standard().withConcurrency(2);
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = EnvoyProcess.start(binary, config(upstream, Failing.class), options)) {
      int port = envoy.port("in");
      long vms = vms(envoy);
      List<Future<?>> clients = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(threads.submit(() -> client(port)));
        }
      }
      for (Future<?> client : clients) {
        client.get();
      }
      int failures = CLIENTS * ROUNDS * WAYS.size();
      assertEquals(10_000, failures);
      Vector<String> lines =
          envoy.log().lines().filter(EnvoyLog.Line::isErrorOrWorse).flatMap(EnvoyLog.Line::pluginMessage);
      for (String way : WAYS) {
        String named = "step \"" + way + "\", answered 503: java.lang.";
        assertEquals(CLIENTS * ROUNDS, lines.count(line -> line.contains(named)), way);
      }
      assertEquals(failures, lines.size());
      envoy.log().assertClean(line -> line.pluginMessage().isDefined());
      assertEquals(vms, vms(envoy), "no VM was lost and started anew");
      assertTrue(envoy.admin().isReady());
      assertEquals(CLIENTS * ROUNDS, upstream.seen().size(), "requests between failures reached the upstream");
    }
  }

  /** V8 ends its process when a heap is full, and no code in the guest can prevent it: a plugin must bound what it keeps. */
  @EveryEnvoy
  void aFullHeapEndsEnvoy(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = EnvoyProcess.start(binary, config(upstream, Hoarding.class));
        Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      assertEquals(200, connection.exchange(get("/")).status());
      assertThrows(IOException.class, () -> connection.exchange(get("/").header("x-hoard", "")));
      assertTrue(envoy.awaitExit(Duration.ofMinutes(1)));
      assertTrue(envoy.log().lines().exists(line -> line.message().contains("Fatal JavaScript out of memory")));
    }
  }

  private static Void client(int port) throws IOException {
    try (Http1Connection connection = Http1Connection.open(port)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String way : WAYS) {
          assertEquals(503, connection.exchange(get("/").header("x-fail", way)).status(), way);
        }
        assertEquals(200, connection.exchange(get("/")).status());
      }
    }
    return null;
  }

  private static long vms(EnvoyProcess envoy) {
    return envoy.admin().stat("wasm.envoy.wasm.runtime.v8.created").get();
  }

  private static EnvoyConfig config(RecordingUpstream upstream, Class<? extends SluicePlugin> plugin) {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
    HttpListener listener =
        HttpListener.of(
            "in",
            Address.anyLocalPort(),
            cluster.name(),
            CompiledPlugin.of(plugin).filter("failing").withConfiguration("503"));
    return EnvoyConfig.of(Address.anyLocalPort(), listener, cluster);
  }
}
