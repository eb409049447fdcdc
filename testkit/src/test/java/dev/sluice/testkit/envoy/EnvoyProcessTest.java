package dev.sluice.testkit.envoy;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.FailurePolicy;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.http.Http1Connection;
import dev.sluice.testkit.http.Http2Client;
import dev.sluice.testkit.http.RecordingUpstream;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.http.SeenRequest;
import io.vavr.collection.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** The kit's Envoy with a module that needs no compiler: what it shows of requests, responses and failures. */
class EnvoyProcessTest {
  private static final Bytes NOT_UTF8 = Bytes.latin1("a\u00ff\u0080z");

  @TempDir Path folder;

  @EveryEnvoy
  void requestsAndResponsesPassByteForByte(EnvoyBinary binary) throws Exception {
    Response answer = Response.of(201, "made").header("x-from", "upstream").header("x-raw", NOT_UTF8);
    EnvoyProcess envoy;
    try (RecordingUpstream upstream = RecordingUpstream.start(request -> answer);
        EnvoyProcess started = EnvoyProcess.start(binary, config(upstream, module("one")))) {
      envoy = started;
      Request request =
          Request.post("/a/b?c=d", "body").header("x-twice", "1").header("x-raw", NOT_UTF8).header("x-twice", "2");
      try (Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
        assertAnswered(connection.exchange(request));
        assertSeen(upstream.seen().last());
        assertEquals("one", connection.exchange(get("/").header("x-reply", "")).text());
        assertEquals("", connection.exchange(Request.head("/")).text());
        assertTrue(connection.isReusable());
        assertEquals(400, connection.exchange(Bytes.utf8("GET / HTTP/1.1\r\n\r\n"), "GET").status());
        assertFalse(connection.isReusable());
      }
      upstream.forget();
      try (Http2Client client = new Http2Client(envoy.port("in"))) {
        assertAnswered(client.exchange(request));
        assertSeen(upstream.seen().last());
      }
      assertEquals(1, upstream.seen().size());
      assertEquals(5, envoy.admin().stat("http.in.downstream_rq_total").get());
      assertEquals("got\na \"request\"", envoy.log().lines().flatMap(EnvoyLog.Line::pluginMessage).head());
    }
    assertFalse(envoy.isAlive());
    envoy.log().assertClean();
  }

  private static void assertAnswered(Response response) {
    assertEquals(201, response.status());
    assertEquals("made", response.text());
    assertEquals("upstream", response.headers().first("x-from").get());
    assertEquals(Vector.of(NOT_UTF8), response.headers().bytes("x-raw"));
  }

  private static void assertSeen(SeenRequest seen) {
    assertEquals("POST", seen.method());
    assertEquals("/a/b?c=d", seen.target());
    assertEquals("localhost", seen.authority());
    assertEquals("body", seen.body().utf8());
    assertEquals(Vector.of("1", "2"), seen.headers().all("x-twice"));
    assertEquals(Vector.of(NOT_UTF8), seen.headers().bytes("x-raw"));
  }

  @EveryEnvoy
  void aTrapIsSeenInLogAndStats(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start();
        EnvoyProcess envoy = EnvoyProcess.start(binary, config(upstream, module("one")));
        Http1Connection connection = Http1Connection.open(envoy.port("in"))) {
      assertEquals(200, connection.exchange(get("/")).status());
      envoy.log().assertClean();
      assertEquals(503, connection.exchange(get("/").header("x-trap", "1")).status());
      assertTrue(envoy.log().lines().exists(EnvoyLog.Line::isVmFailure));
      AssertionError error = assertThrows(AssertionError.class, envoy.log()::assertClean);
      assertTrue(error.getMessage().contains("unreachable"), error.getMessage());
      assertEquals(200, firstAnswerOtherThan503(connection).status(), "the VM is started anew");
    }
  }

  /** Envoy starts a VM anew with the first request after its back-off (a second). */
  private static Response firstAnswerOtherThan503(Http1Connection connection) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Response response;
    do {
      response = connection.exchange(get("/"));
    } while (response.status() == 503 && System.nanoTime() - deadline < 0);
    return response;
  }

  @EveryEnvoy
  void listenersChangeWhileItRuns(EnvoyBinary binary) throws Exception {
    try (RecordingUpstream upstream = RecordingUpstream.start()) {
      EnvoyConfig config = config(upstream, module("one"));
      EnvoyOptions options = EnvoyOptions.standard().withWatchedListeners().withConcurrency(2);
      try (EnvoyProcess envoy = EnvoyProcess.start(binary, config, options)) {
        int port = envoy.port("in");
        assertEquals("one", once(port));
        envoy.update(listener(module("two")));
        assertEquals("two", once(envoy.port("in")));
        assertEquals(port, envoy.port("in"));
        envoy.log().assertClean();
        WasmFilterConfig broken = WasmFilterConfig.of("broken", write("broken", new byte[] {1, 2, 3}));
        var refused =
            assertThrows(
                IllegalStateException.class,
                () -> envoy.update(listener(broken.withFailurePolicy(FailurePolicy.FAIL_CLOSED))));
        assertTrue(refused.getMessage().contains("refused"), refused.getMessage());
        assertEquals("two", once(port));
      }
    }
  }

  @EveryEnvoy
  void aConfigurationThatEnvoyRefusesIsToldWithItsReason(EnvoyBinary binary) throws Exception {
    WasmFilterConfig broken = WasmFilterConfig.of("broken", write("broken", new byte[] {1, 2, 3}));
    EnvoyConfig config =
        EnvoyConfig.of(
            Address.anyLocalPort(), listener(broken), Cluster.of("upstream", new Address("127.0.0.1", 9)));
    var refused = assertThrows(IllegalStateException.class, () -> EnvoyProcess.start(binary, config));
    assertTrue(refused.getMessage().contains("Unable to create Wasm"), refused.getMessage());
  }

  private static String once(int port) throws Exception {
    try (Http1Connection connection = Http1Connection.open(port)) {
      return connection.exchange(get("/").header("x-reply", "")).text();
    }
  }

  private WasmFilterConfig module(String text) throws Exception {
    return WasmFilterConfig.of("fixture", write(text, FixtureModule.replying(text)));
  }

  private String write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name + ".wasm"), bytes).toString();
  }

  private static HttpListener listener(WasmFilterConfig filter) {
    return HttpListener.of("in", Address.anyLocalPort(), "upstream", filter);
  }

  private static EnvoyConfig config(RecordingUpstream upstream, WasmFilterConfig filter) {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.port()));
    return EnvoyConfig.of(Address.anyLocalPort(), listener(filter), cluster);
  }
}
