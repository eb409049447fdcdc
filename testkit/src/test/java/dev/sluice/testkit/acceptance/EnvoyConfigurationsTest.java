package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import dev.sluice.testkit.plugins.Stamp;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several configurations of one module in one Envoy, beside and after one another, in one shared VM. */
class EnvoyConfigurationsTest {
  private static final int CLIENTS = 8;
  private static final int UPDATES = 5;
  private static final EnvoyOptions OPTIONS =
      EnvoyOptions.standard().withConcurrency(2).withWatchedListeners();

  @EveryEnvoy
  void twoFiltersOfOneModuleKeepTheirSettings(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = start(binary, upstream, stamp("first"), stamp("second"));
        Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      for (int i = 0; i < 20; i++) {
        Response response = connection.exchange(get("/"));
        assertEquals(Vector.of("first", "second"), upstream.seen().last().headers().all("x-stamp"));
        assertEquals(Vector.of("second", "first"), response.headers().all("x-stamp"));
      }
      try (EnvoyProcess alone = start(binary, upstream, stamp("first"))) {
        assertEquals(vms(alone), vms(envoy), "the filters share their VMs");
      }
      envoy.log().assertClean();
    }
  }

  private static long vms(EnvoyProcess envoy) {
    return envoy.admin().stat("wasm.envoy.wasm.runtime.v8.active").get();
  }

  @EveryEnvoy
  void eachRequestInAnUpdateIsServedByOneConfiguration(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start(EnvoyConfigurationsTest::echo);
        EnvoyProcess envoy = start(binary, upstream, stamp("0"))) {
      Traffic traffic = new Traffic(envoy.port("in"));
      List<Future<Integer>> clients = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(threads.submit(traffic::client));
        }
        try {
          for (int version = 1; version <= UPDATES; version++) {
            traffic.wanted = version;
            envoy.update(listener(stamp(Integer.toString(version))));
            traffic.awaitAll(version);
          }
        } finally {
          traffic.wanted = UPDATES + 1;
        }
      }
      int requests = 0;
      for (Future<Integer> client : clients) {
        requests += client.get();
      }
      assertTrue(requests >= CLIENTS * UPDATES, "requests: " + requests);
      assertEquals(0, envoy.admin().stat("http.in.downstream_rq_5xx").get());
      envoy.log().assertClean();
    }
  }

  @EveryEnvoy
  void aConfigurationThatThePluginRefusesLeavesTheOldOneAtWork(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = start(binary, upstream, stamp("old"))) {
      assertThrows(IllegalStateException.class, () -> envoy.update(listener(stamp("refuse"))));
      try (Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
        assertEquals(Vector.of("old"), connection.exchange(get("/")).headers().all("x-stamp"));
      }
      envoy.update(listener(stamp("new")));
      try (Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
        assertEquals(Vector.of("new"), connection.exchange(get("/")).headers().all("x-stamp"));
      }
    }
  }

  @EveryEnvoy
  void theManifestNamesAllThatTheModuleMayUse(EnvoyBinary binary) throws Exception {
    CompiledPlugin plugin = CompiledPlugin.of(Stamp.class);
    Vector<String> needed =
        Vector.ofAll(plugin.manifest().hostcalls())
            .appendAll(plugin.manifest().wasi())
            .appendAll(plugin.manifest().callbacks());
    WasmFilterConfig filter = plugin.filter("stamp").withConfiguration("restricted").withAllowedCapabilities(needed);
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = start(binary, upstream, filter);
        Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      assertEquals(Vector.of("restricted"), connection.exchange(get("/")).headers().all("x-stamp"));
      envoy.log().assertClean();
      Vector<String> without = needed.filter(name -> !name.equals("proxy_add_header_map_value"));
      envoy.update(listener(filter.withVmId("less").withAllowedCapabilities(without)));
      try (Http1Connection other = Http1Connection.open(envoy.port("in"))) {
        assertTrue(other.exchange(get("/")).headers().all("x-stamp").isEmpty(), "the restriction is in force");
      }
    }
  }

  private static Response echo(SeenRequest request) {
    return Response.of(200, request.headers().all("x-stamp").mkString(","));
  }

  /** Clients that send request after request, while the configuration changes. */
  private static final class Traffic {
    private final int port;
    private final Vector<CountDownLatch> reached = Vector.fill(UPDATES + 1, () -> new CountDownLatch(CLIENTS));
    private volatile int wanted;

    Traffic(int port) {
      this.port = port;
    }

    /** Sends until there are no more updates; each connection is served by one configuration from first to last. */
    int client() throws IOException {
      int newest = 0;
      int requests = 0;
      while (wanted <= UPDATES) {
        try (Http1Connection connection = Http1Connection.open(port)) {
          int first = version(connection);
          requests++;
          for (; newest < first; newest++) {
            reached.get(newest + 1).countDown();
          }
          for (; connection.isReusable() && wanted <= UPDATES; requests++) {
            assertEquals(first, version(connection), "one connection, one configuration");
          }
        }
      }
      return requests;
    }

    private int version(Http1Connection connection) throws IOException {
      Response response = connection.exchange(get("/"));
      assertEquals(200, response.status());
      String stamp = response.headers().all("x-stamp").mkString(",");
      assertEquals(response.text(), stamp, "request and response were stamped alike");
      int version = Integer.parseInt(stamp);
      assertTrue(version <= wanted, () -> "configuration " + stamp + " is still to come");
      return version;
    }

    /** Until each client has had an answer of this configuration. */
    void awaitAll(int version) throws InterruptedException {
      assertTrue(reached.get(version).await(1, TimeUnit.MINUTES), "configuration " + version + " reaches everybody");
    }
  }

  private static WasmFilterConfig stamp(String settings) {
    return CompiledPlugin.of(Stamp.class).filter("stamp-" + settings).withVmId("shared").withConfiguration(settings);
  }

  private static HttpListener listener(WasmFilterConfig... filters) {
    return HttpListener.of("in", Address.anyLocalPort(), "upstream", filters);
  }

  private static EnvoyProcess start(EnvoyBinary binary, RecordingUpstream upstream, WasmFilterConfig... filters) {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
    return EnvoyProcess.start(
        binary, EnvoyConfig.of(Address.anyLocalPort(), listener(filters), cluster), OPTIONS);
  }
}
