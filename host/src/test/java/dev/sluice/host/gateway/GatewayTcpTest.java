package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.PeerType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.vm.TestModule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections of any protocol, between real sockets. */
@Timeout(60)
class GatewayTcpTest {
  private static final long MORE_THAN_BUFFERS_HOLD = 256L << 20;

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  private GatewayFixture gateway(URI upstream, Function<Hostcalls, HostCallbacks> plugin) {
    return new GatewayFixture(upstream, plugin, options -> options.withTraffic(Traffic.TCP));
  }

  /** Marks what passes, and tells of everything. */
  private HostCallbacks marking(Hostcalls host) {
    return new HostCallbacks() {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        told.add("new from " + host.properties().get(PropertyPath.of("source", "address")).bytes().utf8());
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        told.add("down " + dataSize + (endOfStream ? " end" : ""));
        host.buffers().set(BufferType.DOWNSTREAM_DATA, 0, 0, Bytes.utf8(dataSize == 0 ? "" : ">"));
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        told.add("up " + dataSize + (endOfStream ? " end" : ""));
        host.buffers().set(BufferType.UPSTREAM_DATA, 0, 0, Bytes.utf8(dataSize == 0 ? "" : "<"));
        return StopOrContinue.CONTINUE;
      }

      @Override
      public void onDownstreamConnectionClose(int contextId, PeerType closedBy) {
        told.add("closed by " + closedBy);
      }

      @Override
      public void onUpstreamConnectionClose(int contextId, PeerType closedBy) {
        told.add("upstream closed");
      }

      @Override
      public void onDelete(int contextId) {
        told.add("delete");
      }
    };
  }

  @Test
  void dataPassesThePluginAndEachHalfIsClosedByItself() throws Exception {
    try (OneConnection server = new OneConnection(connection -> {
      String all = connection.readToEnd();
      connection.send("got " + all);
    });
        GatewayFixture gateway = gateway(server.uri(), this::marking);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      RawClient client = new RawClient(socket);
      client.send("hello");
      assertTrue(told.take().startsWith("new from 127.0.0.1:"));
      assertEquals("down 5", told.take());
      socket.shutdownOutput();
      assertEquals("<got >hello", client.readToEnd());
      assertEquals("down 0 end", told.take());
      assertEquals("up 10", told.take());
      assertEquals("up 0 end", told.take());
      assertEquals(List.of("upstream closed", "closed by LOCAL", "delete"),
          List.of(told.take(), told.take(), told.take()));
      String line = gateway.lines.take();
      assertTrue(
          line.matches("connection of 127.0.0.1:\\d+ closed {2}6 bytes up, 11 down {2}\\d+ hostcalls {2}\\d+ us"),
          line);
    }
  }

  @Test
  void theUpstreamCanCloseItsHalfFirst() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (OneConnection server = new OneConnection(connection -> {
      connection.send("bye").closeOutput();
      told.add("server got " + connection.readToEnd());
      closed.countDown();
    });
        GatewayFixture gateway = gateway(server.uri(), this::marking);
        RawClient client = new RawClient(gateway.port())) {
      assertEquals("<bye", client.readToEnd());
      client.send("late").closeOutput();
      closed.await();
      assertTrue(told.contains("server got >late"), told.toString());
    }
  }

  @Test
  void aPluginHoldsDataAndLetsItGoOn() throws Exception {
    try (OneConnection server = new OneConnection(connection -> connection.send("[" + connection.read(6) + "]"));
        GatewayFixture gateway = gateway(server.uri(), host -> new HostCallbacks() {
          @Override
          public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
            told.add("down " + dataSize);
            return dataSize < 6 ? StopOrContinue.STOP_ITERATION : StopOrContinue.CONTINUE;
          }
        });
        RawClient client = new RawClient(gateway.port())) {
      client.send("abc");
      assertEquals("down 3", told.take());
      client.send("def");
      assertEquals("[abcdef]", client.read(8));
    }
  }

  @Test
  void aPluginClosesTheConnectionAndWhatItLetThroughArrives() throws Exception {
    try (OneConnection server = new OneConnection(connection -> {
      connection.send("last words");
      told.add("server at end " + connection.isAtEnd());
    }); GatewayFixture gateway = gateway(server.uri(), host -> new HostCallbacks() {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        host.flow().closeStream(StreamType.DOWNSTREAM);
        return StopOrContinue.STOP_ITERATION;
      }
    }); RawClient client = new RawClient(gateway.port())) {
      assertEquals("last words", client.read(10));
      client.send("x");
      assertTrue(client.isAtEnd());
      assertEquals("server at end true", told.take());
    }
  }

  @Test
  void anUpstreamThatIsDownClosesTheConnectionAndIsTold() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (GatewayFixture gateway = gateway(URI.create("tcp://127.0.0.1:" + free), this::marking);
        RawClient client = new RawClient(gateway.port())) {
      assertTrue(client.isAtEnd());
      told.take();
      assertEquals("closed by LOCAL", told.take());
      assertTrue(
          gateway.lines.take().startsWith("upstream 127.0.0.1:" + free + " is not reachable for the connection"));
    }
  }

  @Test
  void aClientThatReadsNothingStopsTheUpstream() throws Exception {
    try (OneConnection server = new OneConnection(connection -> {
      String part = "x".repeat(1 << 16);
      for (long sent = 0; sent < MORE_THAN_BUFFERS_HOLD; sent += part.length()) {
        connection.send(part);
      }
      throw new IOException("all was sent");
    }); GatewayFixture gateway = gateway(server.uri(), host -> new HostCallbacks() {})) {
      try (RawClient client = new RawClient(gateway.port())) {
        client.read(1000);
      }
      // The client is gone; what the gateway did not take ends with its connection to the upstream.
      assertTrue(!"all was sent".equals(server.failures.take().getMessage()));
    }
  }

  @Test
  void whatAPluginHoldsIsLimited() throws Exception {
    try (OneConnection server = new OneConnection(RawClient::readToEnd);
        GatewayFixture gateway = gateway(server.uri(), host -> new HostCallbacks() {
          @Override
          public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
            return StopOrContinue.STOP_ITERATION;
          }
        });
        SocketChannel client =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
        Selector selector = Selector.open()) {
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
  void aModuleThatTakesConnectionsOnlyIsServedAsOne() throws Exception {
    Bytes module = TestModule.proxy()
        .imports("env.proxy_set_buffer_bytes", "(iiiii)i")
        .data(1024, ">")
        .function("proxy_on_downstream_data", "(iii)i",
            code -> code.call("env.proxy_set_buffer_bytes", 2, 0, 0, 1024, 1))
        .build();
    try (Gateway gateway = Gateway.start(GatewayOptions.of("test", module).withOutput(told::add));
        RawClient client = new RawClient(gateway.port())) {
      assertEquals(Traffic.TCP, gateway.traffic());
      assertEquals(">echo", client.send("echo").read(5));
    }
    Bytes both = TestModule.proxy()
        .function("proxy_on_downstream_data", "(iii)i", code -> code.i32(0))
        .function("proxy_on_request_headers", "(iii)i", code -> code.i32(0))
        .build();
    try (Gateway gateway = Gateway.start(GatewayOptions.of("test", both).withOutput(told::add))) {
      assertEquals(Traffic.HTTP, gateway.traffic());
    }
    try (Gateway gateway =
        Gateway.start(GatewayOptions.of("test", both).withTraffic(Traffic.TCP).withOutput(told::add))) {
      assertEquals(Traffic.TCP, gateway.traffic());
    }
  }

  @Test
  void aSwappedModuleMeetsNewConnections() throws Exception {
    Bytes first = TestModule.proxy().function("proxy_on_downstream_data", "(iii)i", code -> code.i32(0)).build();
    Bytes second = TestModule.proxy()
        .imports("env.proxy_close_stream", "(i)i")
        .function("proxy_on_new_connection", "(i)i", code -> code.call("env.proxy_close_stream", 2))
        .build();
    try (Gateway gateway = Gateway.start(GatewayOptions.of("test", first).withOutput(told::add));
        RawClient before = new RawClient(gateway.port())) {
      assertEquals("a", before.send("a").read(1));
      gateway.swap(second);
      try (RawClient after = new RawClient(gateway.port())) {
        assertTrue(after.isAtEnd());
      }
      assertEquals("b", before.send("b").read(1));
    }
  }

  @Test
  void anUpstreamThatIsNoAddressIsTold() {
    for (String upstream : new String[] {"localhost:80", "http://h:1", "tcp://h", "tcp://h:1/path"}) {
      GatewayOptions options = GatewayOptions.of("test", TestModule.proxy().build())
          .withTraffic(Traffic.TCP)
          .withUpstream(URI.create(upstream));
      String message = assertThrows(GatewayException.class, () -> Gateway.start(options)).getMessage();
      assertEquals("the upstream '" + upstream + "' is no address of the form tcp://host:port", message);
    }
  }

  @Test
  void closingEndsConnectionsForThePlugin() throws Exception {
    try (OneConnection server = new OneConnection(RawClient::readToEnd)) {
      GatewayFixture gateway = gateway(server.uri(), this::marking);
      try (RawClient client = new RawClient(gateway.port())) {
        client.send("x");
        told.take();
        assertEquals("down 1", told.take());
        gateway.close();
        assertTrue(client.isAtEnd());
        assertTrue(told.take().startsWith("closed by "));
        assertEquals("delete", told.take());
      }
    }
  }
}
