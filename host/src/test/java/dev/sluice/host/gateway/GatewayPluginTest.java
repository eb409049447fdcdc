package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a plugin does with bodies, between real sockets. */
@Timeout(60)
class GatewayPluginTest {
  private static final String CLOSE = "connection: close\r\n\r\n";
  private static final long MORE_THAN_BUFFERS_HOLD = 256L << 20;

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** An upstream that takes a body of this length and answers {@code up}. */
  private RawUpstream taking(int length) throws IOException {
    return new RawUpstream((head, connection) -> {
      told.add(connection.read(length));
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nup");
    });
  }

  @Test
  void bodiesPassThePluginWhichChangesThem() throws Exception {
    Function<Hostcalls, HostCallbacks> plugin = host -> new HostCallbacks() {
      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.headers().remove(MapType.RESPONSE_HEADERS, Bytes.utf8("content-length"));
        return HeadersStatus.CONTINUE;
      }

      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        told.add(bodySize + " " + endOfStream);
        host.buffers().set(BufferType.HTTP_REQUEST_BODY, 0, bodySize, Bytes.utf8("ABCD"));
        return DataStatus.CONTINUE;
      }

      @Override
      public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
        told.add(bodySize + " " + endOfStream);
        host.buffers().set(BufferType.HTTP_RESPONSE_BODY, bodySize, 0, Bytes.utf8(" and more"));
        return DataStatus.CONTINUE;
      }
    };
    try (RawUpstream upstream = taking(4); GatewayFixture gateway = new GatewayFixture(upstream.uri(), plugin)) {
      String response = gateway.exchange("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 4\r\n" + CLOSE + "abcd");
      assertTrue(response.endsWith("\r\n\r\nb\r\nup and more\r\n0\r\n\r\n"), response);
      assertEquals(List.of("4 true", "ABCD", "2 true"), List.copyOf(told));
    }
  }

  @Test
  void aPluginHoldsTheBodyUntilItIsWhole() throws Exception {
    try (RawUpstream upstream = taking(6);
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
            told.add(bodySize + " " + endOfStream);
            return endOfStream ? DataStatus.CONTINUE : DataStatus.STOP_ITERATION_AND_BUFFER;
          }
        });
        RawClient client = new RawClient(gateway.port())) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 6\r\n" + CLOSE + "abc");
      assertEquals("3 false", told.take());
      client.send("def");
      assertTrue(client.readToEnd().endsWith("up"));
      assertEquals(List.of("6 true", "abcdef"), List.copyOf(told));
    }
  }

  @Test
  void aReplyInTheBodyEndsTheCallOfTheUpstream() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      told.add(connection.read(3));
      assertTrue(connection.isAtEnd());
      gone.countDown();
      throw new IOException("over");
    }); GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        if (host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, bodySize).bytes().utf8().equals("bad")) {
          host.replies().send(403, Bytes.EMPTY, Bytes.utf8("no"), Bytes.EMPTY, -1);
          return DataStatus.STOP_ITERATION_NO_BUFFER;
        }
        return DataStatus.CONTINUE;
      }
    }); RawClient client = new RawClient(gateway.port())) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 6\r\n\r\nabc");
      assertEquals("abc", told.take());
      client.send("bad");
      assertTrue(client.readHead().startsWith("HTTP/1.1 403 "));
      assertEquals("no", client.read(2));
      gone.await();
    }
  }

  @Test
  void aBodyThatIsTooLongToBeHeldIs413() throws Exception {
    try (RawUpstream upstream = taking(1); GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> {
      return new HostCallbacks() {
        @Override
        public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
          return DataStatus.STOP_ITERATION_AND_BUFFER;
        }
      };
    })) {
      String response = gateway.exchange(
          "POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 3000000\r\n" + CLOSE + "x".repeat(3_000_000));
      assertTrue(response.startsWith("HTTP/1.1 413 "), response);
    }
  }

  @Test
  void aReplyAfterTheResponseHasBegunBreaksItOff() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nup");
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
            host.replies().send(500, Bytes.utf8("too late"), Bytes.EMPTY, Bytes.EMPTY, -1);
            return DataStatus.CONTINUE;
          }
        })) {
      String response = gateway.exchange("GET / HTTP/1.1\r\nHost: h\r\n" + CLOSE);
      assertTrue(response.startsWith("HTTP/1.1 200 ") && response.endsWith("\r\n\r\n"), response);
      assertEquals("GET / broken off: too_late", gateway.lines.take());
    }
  }

  @Test
  void closeStreamBreaksTheExchangeOff() throws Exception {
    try (RawUpstream upstream = taking(1); GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> {
      return new HostCallbacks() {
        @Override
        public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
          host.flow().closeStream(StreamType.HTTP_REQUEST);
          return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
        }
      };
    })) {
      assertEquals("", gateway.exchange("GET / HTTP/1.1\r\nHost: h\r\n" + CLOSE));
      assertTrue(gateway.lines.take().startsWith("GET / broken off: wasm_"));
    }
  }

  @Test
  void aBodyThatIsHeldWithoutALimitStopsTheClient() throws Exception {
    try (RawUpstream upstream = taking(1); GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> {
      return new HostCallbacks() {
        @Override
        public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
          return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
        }
      };
    });
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
      assertTrue(sent < MORE_THAN_BUFFERS_HOLD / 2, "the gateway took " + sent + " bytes");
    }
  }

  @Test
  void aResponseThatIsHeldForTooLongIs504OrBrokenOff() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nup")) {
      try (GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
        @Override
        public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
          return HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK;
        }
      }, options -> options.withHoldTimeout(Duration.ofMillis(20)))) {
        assertTrue(gateway.exchange("GET / HTTP/1.1\r\nHost: h\r\n" + CLOSE).startsWith("HTTP/1.1 504 "));
        assertEquals("plugin 'test' has held the response of GET / for 20 ms: answered 504", gateway.lines.take());
      }
      try (GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
        @Override
        public DataStatus onResponseBody(int contextId, int bodySize, boolean endOfStream) {
          return DataStatus.STOP_ITERATION_AND_BUFFER;
        }
      }, options -> options.withHoldTimeout(Duration.ofMillis(20)))) {
        assertTrue(gateway.exchange("GET / HTTP/1.1\r\nHost: h\r\n" + CLOSE).startsWith("HTTP/1.1 200 "));
        assertEquals("plugin 'test' has held the response of GET / for 20 ms: broken off", gateway.lines.take());
      }
    }
  }

  @Test
  void anUpstreamThatDoesNotAnswerInTimeIs504() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      assertTrue(connection.isAtEnd());
      over.countDown();
      throw new IOException("over");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri(),
            GatewayFixture.setting(MapType.RESPONSE_HEADERS, "x-seen", "1"),
            options -> options.withResponseTimeout(Duration.ofMillis(20)))) {
      String response = gateway.exchange("GET /slow HTTP/1.1\r\nHost: h\r\n" + CLOSE);
      assertTrue(response.startsWith("HTTP/1.1 504 "), response);
      assertTrue(response.contains("x-seen: 1"), response);
      assertTrue(response.endsWith("upstream request timeout"), response);
      assertTrue(gateway.lines.take().endsWith(" has not answered GET /slow for 20 ms"));
      over.await();
    }
  }

  @Test
  void anUpstreamThatAnswersBeforeTheRequestEndsHasAllTheTime() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n");
      connection.read(2);
      connection.send("done");
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {},
            options -> options.withResponseTimeout(Duration.ofMillis(1)));
        RawClient client = new RawClient(gateway.port())) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\ncontent-length: 2\r\n\r\na");
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
      assertEquals("done", client.send("b").read(4));
    }
  }
}
