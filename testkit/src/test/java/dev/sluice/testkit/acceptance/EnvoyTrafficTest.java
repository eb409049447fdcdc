package dev.sluice.testkit.acceptance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyOptions;
import dev.sluice.testkit.envoy.EnvoyProcess;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Http2Client;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.plugins.RequireUser;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What only a real Envoy shows: HTTP/2, and many connections at a time. */
class EnvoyTrafficTest {
  private static final int CONNECTIONS = 1000;
  private static final int ROUNDS = 4;
  private static final EnvoyOptions OPTIONS =
      EnvoyOptions.standard().withConcurrency(2);

  @EveryEnvoy
  void guardsHttp2(EnvoyBinary binary) {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = start(binary, upstream);
        Http2Client client = new Http2Client(envoy.port("in"))) {
      Response refused = client.exchange(get("/"));
      assertEquals(403, refused.status());
      assertEquals("Forbidden", refused.text());
      assertEquals(403, client.exchange(get("/").header("x-user-id", "")).status());
      assertEquals(0, upstream.seen().size());
      Bytes notUtf8 = Bytes.latin1("\u00ff\u0080");
      Response passed = client.exchange(get("/").header("x-user-id", notUtf8).header("x-user-id", "8"));
      assertEquals(200, passed.status());
      assertEquals("upstream", passed.text());
      assertEquals(Vector.of(notUtf8, Bytes.utf8("8")), upstream.seen().single().headers().bytes("x-user-id"));
      envoy.log().assertClean();
    }
  }

  @EveryEnvoy
  void guardsAThousandConnectionsAtATime(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start(seen -> Response.of(200, seen.target()));
        EnvoyProcess envoy = start(binary, upstream)) {
      int port = envoy.port("in");
      // All connections have their answer before any sends its next request.
      CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
      List<Future<?>> clients = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CONNECTIONS; i++) {
          int number = i;
          clients.add(threads.submit(() -> client(port, number, together)));
        }
      }
      for (Future<?> client : clients) {
        client.get();
      }
      assertEquals(CONNECTIONS * ROUNDS / 2, upstream.seen().size());
      assertEquals(CONNECTIONS, envoy.admin().stat("http.in.downstream_cx_total").get());
      assertEquals(CONNECTIONS * ROUNDS, envoy.admin().stat("http.in.downstream_rq_total").get());
      assertEquals(0, envoy.admin().stat("http.in.downstream_rq_5xx").get());
      envoy.log().assertClean();
    }
  }

  /** Every other request has the header; all of them go over one connection. */
  private static Void client(int port, int number, CyclicBarrier together) throws Exception {
    try (Http1Connection connection = Http1Connection.open(port)) {
      for (int round = 0; round < ROUNDS; round++) {
        together.await(1, TimeUnit.MINUTES);
        String path = "/" + number + "/" + round;
        boolean known = (number + round) % 2 == 0;
        Response response = connection.exchange(known ? get(path).header("x-user-id", "u" + number) : get(path));
        assertEquals(known ? 200 : 403, response.status());
        assertEquals(known ? path : "Forbidden", response.text());
      }
    }
    return null;
  }

  private static EnvoyProcess start(EnvoyBinary binary, RecordingUpstream upstream) {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
    HttpListener listener =
        HttpListener.of(
            "in", Address.anyLocalPort(), cluster.name(), CompiledPlugin.of(RequireUser.class).filter("require-user"));
    return EnvoyProcess.start(binary, EnvoyConfig.of(Address.anyLocalPort(), listener, cluster), OPTIONS);
  }
}
