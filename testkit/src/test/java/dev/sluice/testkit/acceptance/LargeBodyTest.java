package dev.sluice.testkit.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.bridge.deploy.Address;
import dev.sluice.bridge.deploy.Cluster;
import dev.sluice.bridge.deploy.EnvoyConfig;
import dev.sluice.bridge.deploy.HttpListener;
import dev.sluice.testkit.CompiledPlugin;
import dev.sluice.testkit.EveryEnvoy;
import dev.sluice.testkit.acceptance.language.StreamingPlugin;
import dev.sluice.testkit.envoy.EnvoyBinary;
import dev.sluice.testkit.envoy.EnvoyProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A body of 100 MB goes through a streaming replacement in constant memory, and comes out as it should. */
class LargeBodyTest {
  private static final int SMALL = 1_000_000;
  private static final int LARGE = 100 * SMALL;
  private static final long SPARE_KIB = 8 * 1024;
  /** 1000 bytes; a piece of Envoy's may end anywhere in them. */
  private static final String LINE = "a line with a secret in it, ".repeat(35) + "and an end of it.. \n";
  private static final String REPLACED = LINE.replace("secret", "******");

  private HttpServer upstream;

  @BeforeEach
  void start() throws IOException {
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext("/", LargeBodyTest::answer);
    upstream.start();
  }

  @AfterEach
  void stop() {
    upstream.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    int size = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    byte[] line = LINE.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, size);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int sent = 0; sent < size; sent += line.length) {
        out.write(line);
      }
    }
  }

  @EveryEnvoy
  void aLargeBodyTakesNoMoreMemoryThanASmallOne(EnvoyBinary binary) throws Exception {
    assertEquals(0, SMALL % LINE.length(), "whole lines");
    long small = peakMemory(binary, SMALL);
    long large = peakMemory(binary, LARGE);
    assertTrue(large - small <= SPARE_KIB, () -> small + " KiB for 1 MB, " + large + " KiB for 100 MB");
  }

  private long peakMemory(EnvoyBinary binary, int size) throws IOException, InterruptedException {
    Cluster cluster = Cluster.of("upstream", new Address("127.0.0.1", upstream.getAddress().getPort()));
    HttpListener listener = HttpListener.of(
        "in", Address.anyLocalPort(), cluster.name(), CompiledPlugin.of(StreamingPlugin.class).filter("streaming"));
    try (EnvoyProcess envoy = EnvoyProcess.start(binary, EnvoyConfig.of(Address.anyLocalPort(), listener, cluster));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response = client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + envoy.port("in") + "/" + size)).build(),
          HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      assertEquals(digest(size), digest(response.body()));
      envoy.log().assertClean();
      return envoy.peakMemory();
    }
  }

  private static String digest(InputStream body) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    try (body) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same replacement, done by the JDK on whole lines. */
  private static String digest(int size) {
    MessageDigest digest = sha256();
    byte[] line = REPLACED.getBytes(StandardCharsets.US_ASCII);
    for (int done = 0; done < size; done += LINE.length()) {
      digest.update(line);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
