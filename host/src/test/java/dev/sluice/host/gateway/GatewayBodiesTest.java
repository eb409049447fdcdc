package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.event.HostCallbacks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayBodiesTest {
  private static final int LARGE = 5_000_000;
  private static final long MORE_THAN_BUFFERS_HOLD = 256L << 20;

  @Test
  void aBodyOfKnownLengthPassesBothWays() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      String body = connection.read(LARGE);
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      byte[] body = pattern();
      HttpResponse<byte[]> response = post(gateway, HttpRequest.BodyPublishers.ofByteArray(body));
      assertTrue(upstream.heads.take().contains("content-length: " + LARGE));
      assertEquals(new String(body, StandardCharsets.ISO_8859_1),
          new String(response.body(), StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void aBodyOfUnknownLengthPassesBothWays() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      StringBuilder body = new StringBuilder();
      for (int size = chunk(connection, body); size > 0; size = chunk(connection, body)) {
        assertTrue(size > 0);
      }
      connection.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + Integer.toHexString(body.length())
          + "\r\n" + body + "\r\n0\r\n\r\n");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      byte[] body = pattern();
      HttpResponse<byte[]> response = post(gateway,
          HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
      assertTrue(upstream.heads.take().contains("transfer-encoding: chunked"));
      assertEquals(new String(body, StandardCharsets.ISO_8859_1),
          new String(response.body(), StandardCharsets.ISO_8859_1));
    }
  }

  private static int chunk(RawClient connection, StringBuilder body) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append(connection.read(1));
    }
    int size = Integer.parseInt(line.substring(0, line.length() - 2), 16);
    body.append(connection.read(size));
    connection.read(2);
    return size;
  }

  private static HttpResponse<byte[]> post(GatewayFixture gateway, HttpRequest.BodyPublisher body) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/")).POST(body).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static byte[] pattern() {
    byte[] bytes = new byte[LARGE];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  @Test
  void eachPartOfAResponsePassesAsSoonAsItComes() throws Exception {
    CountDownLatch firstSeen = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\nfirst");
      await(firstSeen);
      connection.send("second");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        RawClient client = new RawClient(gateway.port())) {
      client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
      assertEquals("first", client.read(5));
      firstSeen.countDown();
      assertEquals("second", client.read(6));
    }
  }

  @Test
  void aClientThatReadsNothingStopsTheUpstream() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: " + MORE_THAN_BUFFERS_HOLD + "\r\n\r\n");
      String part = "x".repeat(1 << 16);
      for (long sent = 0; sent < MORE_THAN_BUFFERS_HOLD; sent += part.length()) {
        connection.send(part);
      }
      throw new IOException("all was sent");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      try (RawClient client = new RawClient(gateway.port())) {
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
        client.read(1000);
      }
      // The client is gone; what the gateway did not take ends with its connection to the upstream.
      assertFalse("all was sent".equals(upstream.failures.take().getMessage()));
      assertEquals("GET / broken off by the client", gateway.lines.take());
    }
  }

  @Test
  void anUpstreamThatReadsNothingStopsTheClient() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      await(enough);
      throw new IOException("enough");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        SocketChannel client =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
        Selector selector = Selector.open()) {
      client.write(ByteBuffer.wrap(("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: " + MORE_THAN_BUFFERS_HOLD
          + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_WRITE);
      long sent = 0;
      while (sent < MORE_THAN_BUFFERS_HOLD && selector.select(2_000) > 0) {
        selector.selectedKeys().clear();
        sent += client.write(ByteBuffer.allocate(1 << 16));
      }
      enough.countDown();
      assertTrue(sent < MORE_THAN_BUFFERS_HOLD / 2, "the gateway took " + sent + " bytes");
    }
  }

  @Test
  void aHeadResponseKeepsItsLengthAndHasNoBody() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 1234\r\n\r\n");
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        RawClient client = new RawClient(gateway.port())) {
      for (int i = 0; i < 2; i++) {
        String head = client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
        assertTrue(head.contains("content-length: 1234"), head);
      }
    }
  }

  @Test
  void responsesThatCannotHaveABodyHaveNone() throws Exception {
    for (String status : new String[] {"204 No Content", "304 Not Modified"}) {
      try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 " + status + "\r\netag: \"1\"\r\n\r\n");
          GatewayFixture gateway = new GatewayFixture(upstream.uri());
          RawClient client = new RawClient(gateway.port())) {
        for (int i = 0; i < 2; i++) {
          String head = client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
          assertEquals("HTTP/1.1 " + status + "\r\netag: \"1\"", head);
        }
      }
    }
  }

  @Test
  void anOldClientGetsABodyOfUnknownLengthUpToTheEndOfTheConnection() throws Exception {
    try (RawUpstream upstream =
        RawUpstream.answering("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange("GET / HTTP/1.0\r\nHost: h\r\n\r\n");
      assertTrue(response.endsWith("\r\n\r\nabc"), response);
      assertFalse(response.contains("chunked"), response);
    }
  }

  @Test
  void aClientThatExpectsToBeToldToGoOnIsTold() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      assertEquals("body", connection.read(4));
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri());
        RawClient client = new RawClient(gateway.port())) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\ncontent-length: 4\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue", client.readHead());
      client.send("body");
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
      assertEquals("ok", client.read(2));
      assertEquals("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 4", upstream.heads.take());
    }
  }

  @Test
  void aClientWhoseRequestIsRefusedIsNotToldToGoOn() throws Exception {
    try (GatewayFixture gateway =
        new GatewayFixture(URI.create("http://127.0.0.1:1"), GatewayFixture.replying(403, "no"));
        RawClient client = new RawClient(gateway.port())) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\ncontent-length: 4\r\n\r\n");
      assertTrue(client.readHead().startsWith("HTTP/1.1 403 "));
      assertEquals("no", client.read(2));
      assertTrue(client.isAtEnd());
    }
  }

  @Test
  void theBodyOfARefusedRequestIsSkippedAndTheConnectionGoesOn() throws Exception {
    try (GatewayFixture gateway =
        new GatewayFixture(URI.create("http://127.0.0.1:1"), GatewayFixture.replying(403, "no"));
        RawClient client = new RawClient(gateway.port())) {
      for (int i = 0; i < 3; i++) {
        client.send("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 100000\r\n\r\n" + "x".repeat(100_000));
        assertTrue(client.readHead().startsWith("HTTP/1.1 403 "));
        assertEquals("no", client.read(2));
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> connection
        .send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n" + head.substring(4, 6)));
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String request = "GET /%d HTTP/1.1\r\nHost: h\r\n%s\r\n";
      String responses = gateway.exchange(
          request.formatted(1, "") + request.formatted(2, "") + request.formatted(3, "connection: close\r\n"));
      assertTrue(responses.matches("(?s).*\r\n\r\n/1HTTP.*\r\n\r\n/2HTTP.*\r\n\r\n/3"), responses);
    }
  }

  @Test
  void aStreamThatTheClientBreaksOffEndsForThePlugin() throws Exception {
    LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    CountDownLatch reached = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      reached.countDown();
      assertTrue(connection.isAtEnd());
      throw new IOException("the gateway closed");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public boolean onDone(int contextId) {
            return told.add("done " + contextId);
          }

          @Override
          public void onLog(int contextId) {
            told.add("log " + contextId);
          }

          @Override
          public void onDelete(int contextId) {
            told.add("delete " + contextId);
          }
        })) {
      try (RawClient client = new RawClient(gateway.port())) {
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        await(reached);
      }
      assertEquals("log 2", told.take());
      assertEquals("done 2", told.take());
      assertEquals("delete 2", told.take());
      assertEquals("the gateway closed", upstream.failures.take().getMessage());
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
