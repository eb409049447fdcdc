package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.vm.TestModule;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewayTest {
  private static final String GET = "GET /a?b HTTP/1.1\r\nHost: h\r\nconnection: close\r\n\r\n";
  private static final String REPLY = "env.proxy_send_local_response";

  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** A module that answers with this text, after a line in the log. */
  private static Bytes answering(String text) {
    return TestModule.proxy()
        .imports(REPLY, "(iiiiiiii)i")
        .imports("env.proxy_log", "(iii)i")
        .data(1024, text)
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call("env.proxy_log", 2, 1024, text.length())
            .drop()
            .call(REPLY, 403, 0, 0, 1024, text.length(), 0, 0, -1)
            .drop()
            .i32(1))
        .build();
  }

  private GatewayOptions options(Bytes module) {
    return GatewayOptions.of("test", module).withOutput(lines::add);
  }

  @Test
  void aModuleAnswersAndEachRequestIsTold() throws Exception {
    try (Gateway gateway = Gateway.start(options(answering("no entry")))) {
      String response = RawClient.exchange(gateway.port(), GET);
      assertTrue(response.startsWith("HTTP/1.1 403 Forbidden\r\n"), response);
      assertTrue(response.endsWith("\r\n\r\nno entry"), response);
      assertEquals("[info] test#2 no entry", lines.take());
      String line = lines.take();
      assertTrue(line.matches("GET /a\\?b 403 {2}2 hostcalls {2}\\d+ us"), line);
    }
  }

  @Test
  void withoutAnUpstreamTheSampleAnswers() throws Exception {
    try (Gateway gateway = Gateway.start(options(TestModule.proxy().build()))) {
      String response = RawClient.exchange(gateway.port(), GET);
      assertTrue(response.contains("GET /a?b\nhost: h\nand a body of 0 bytes\n"), response);
    }
  }

  @Test
  void aSwappedModuleMeetsNewRequestsAndABadOneKeepsTheOld() throws Exception {
    try (Gateway gateway = Gateway.start(options(answering("one")))) {
      assertTrue(RawClient.exchange(gateway.port(), GET).endsWith("one"));
      gateway.swap(answering("two"));
      assertTrue(RawClient.exchange(gateway.port(), GET).endsWith("two"));
      Bytes refusing =
          TestModule.proxy().function("proxy_on_configure", "(ii)i", code -> code.i32(0)).build();
      String message = assertThrows(GatewayException.class, () -> gateway.swap(refusing)).getMessage();
      assertEquals("plugin 'test' refused its configuration", message);
      message = assertThrows(GatewayException.class, () -> gateway.swap(Bytes.utf8("junk"))).getMessage();
      assertTrue(message.startsWith("the module is invalid: not a WebAssembly module"), message);
      message = assertThrows(GatewayException.class, () -> gateway.swap(Path.of("none.wasm"))).getMessage();
      assertTrue(message.startsWith("the module is invalid: cannot read the module none.wasm"), message);
      assertTrue(RawClient.exchange(gateway.port(), GET).endsWith("two"));
    }
  }

  @Test
  void thePluginGetsItsConfiguration() {
    Bytes module = TestModule.proxy()
        .imports("env.proxy_get_buffer_bytes", "(iiiii)i")
        .imports("env.proxy_log", "(iii)i")
        .function("proxy_on_configure", "(ii)i", code -> code
            .call("env.proxy_get_buffer_bytes", 7, 0, 100, 200, 204)
            .drop()
            .i32(2)
            .load(200)
            .load(204)
            .call("env.proxy_log")
            .isZero())
        .build();
    Gateway.start(options(module).withConfiguration("{\"a\":\"\u00fc\"}")).close();
    assertEquals("[info] test#1 {\"a\":\"\u00fc\"}", lines.remove());
  }

  @Test
  void aPortThatIsTakenIsTold() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GatewayOptions options = options(answering("x")).withPort(taken.getLocalPort());
      String message = assertThrows(GatewayException.class, () -> Gateway.start(options)).getMessage();
      assertEquals("port " + taken.getLocalPort() + " of 127.0.0.1 is taken by another process: stop it or choose "
          + "another port", message);
    }
  }

  @Test
  void anUpstreamThatIsNoAddressIsTold() {
    for (String upstream : new String[] {"localhost:80", "ftp://h", "http://h/path", "http:///", "http://h?q"}) {
      GatewayOptions options = options(answering("x")).withUpstream(URI.create(upstream));
      String message = assertThrows(GatewayException.class, () -> Gateway.start(options)).getMessage();
      assertEquals("the upstream '" + upstream + "' is no address of the form http://host:port", message);
    }
  }

  @Test
  void aPortCanBeTakenAgainAfterClosing() throws Exception {
    Gateway first = Gateway.start(options(answering("first")));
    int port = first.port();
    first.close();
    first.close();
    try (Gateway second = Gateway.start(options(answering("second")).withPort(port))) {
      assertTrue(RawClient.exchange(second.port(), GET).endsWith("second"));
    }
  }

  @Test
  void closingWaitsForARequestInFlight() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      reached.countDown();
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nlate");
    })) {
      GatewayFixture gateway = new GatewayFixture(upstream.uri());
      try (RawClient client = new RawClient(gateway.port())) {
        client.send(GET);
        reached.await();
        Thread closer = Thread.ofPlatform().start(gateway::close);
        closing.countDown();
        assertTrue(client.readToEnd().endsWith("late"));
        closer.join();
      }
    }
  }

  @Test
  void anUpstreamThatIsDownIs503AndTold() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (GatewayFixture gateway = new GatewayFixture(URI.create("http://127.0.0.1:" + free),
        GatewayFixture.setting(MapType.RESPONSE_HEADERS, "x-seen", "1"))) {
      String response = gateway.exchange(GET);
      assertTrue(response.startsWith("HTTP/1.1 503 "), response);
      assertTrue(response.contains("upstream connect error"), response);
      assertTrue(response.contains("x-seen: 1"), response);
      String line = gateway.lines.take();
      assertTrue(line.startsWith("upstream 127.0.0.1:" + free + " is not reachable for GET /a?b: "), line);
    }
  }

  @Test
  void anUpstreamThatClosesWithoutAnAnswerIs503() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> connection.close());
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(GET);
      assertTrue(response.startsWith("HTTP/1.1 503 "), response);
      String line = gateway.lines.take();
      assertTrue(line.contains(" did not answer GET /a?b: "), line);
    }
  }

  @Test
  void aResponseThatTheUpstreamBreaksOffIsBrokenOffForTheClient() throws Exception {
    try (RawUpstream upstream = new RawUpstream((head, connection) -> {
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this");
      connection.close();
    });
        GatewayFixture gateway = new GatewayFixture(upstream.uri())) {
      String response = gateway.exchange(GET);
      assertTrue(response.endsWith("\r\n\r\nonly this"), response);
      String line = gateway.lines.take();
      assertTrue(line.contains(" broke off its response to GET /a?b: "), line);
    }
  }

  @Test
  void aReplyInTheResponsePhaseReplacesTheUpstreams() throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret");
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new HostCallbacks() {
          @Override
          public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
            host.replies().send(502, Bytes.EMPTY, Bytes.utf8("hidden"), Bytes.EMPTY, -1);
            return HeadersStatus.CONTINUE;
          }
        })) {
      String response = gateway.exchange(GET);
      assertTrue(response.startsWith("HTTP/1.1 502 "), response);
      assertTrue(response.endsWith("hidden"), response);
    }
  }

  @Test
  void aStreamThatIsHeldForTooLongIs504() throws Exception {
    try (GatewayFixture gateway = new GatewayFixture(URI.create("http://127.0.0.1:1"), host -> new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return HeadersStatus.STOP_ITERATION;
      }
    }, options -> options.withHoldTimeout(Duration.ofMillis(20)))) {
      String response = gateway.exchange(GET);
      assertTrue(response.startsWith("HTTP/1.1 504 "), response);
      assertEquals("plugin 'test' has held the request of GET /a?b for 20 ms: answered 504",
          gateway.lines.take());
    }
  }

  @Test
  void deepRecursionFitsIntoTheGatewaysThread() throws Exception {
    Bytes deep = TestModule.proxy()
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .local(1)
            .i32(10_000)
            .op(0x49)
            .when(less -> less.local(0).local(1).i32(1).op(0x6a).local(2).call("proxy_on_request_headers").drop())
            .i32(0))
        .build();
    try (Gateway gateway = Gateway.start(options(deep))) {
      assertTrue(RawClient.exchange(gateway.port(), GET).startsWith("HTTP/1.1 200 "));
    }
  }
}
