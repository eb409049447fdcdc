package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Answer;
import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Header;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.abi.event.HostCallbacks;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of plugins to real servers. */
@Timeout(60)
class GatewayCalloutTest {
  private static final String GET = "GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private URI server(String scheme, BiConsumer<HttpServerRequest, Buffer> service) {
    int port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
        .requestHandler(request -> request.body().onSuccess(body -> service.accept(request, body)))
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
    return URI.create(scheme + "://127.0.0.1:" + port);
  }

  /** What the upstream got as {@code x-answer} when the plugin had asked this cluster. */
  private static String answer(URI cluster, Consumer<Asking> ask, Consumer<GatewayFixture> with) throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nup");
        GatewayFixture gateway = new GatewayFixture(upstream.uri(), host -> new Asking(host, ask),
            options -> options.withCluster("svc", cluster))) {
      assertTrue(gateway.exchange(GET).endsWith("up"));
      with.accept(gateway);
      String head = upstream.heads.take();
      int at = head.indexOf("x-answer: ");
      return at < 0 ? "" : head.substring(at + "x-answer: ".length()).lines().findFirst().orElseThrow();
    }
  }

  private static String answer(URI cluster, Consumer<Asking> ask) throws Exception {
    return answer(cluster, ask, gateway -> {});
  }

  @Test
  void aRequestGoesOnWithTheAnswerOfACluster() throws Exception {
    URI service = server("http", (request, body) -> request.response()
        .setStatusCode(201)
        .setChunked(true)
        .putHeader("x-a", "b")
        .putTrailer("x-end", "1")
        .end(request.method() + " " + request.uri() + " " + request.getHeader("host") + " "
            + request.getHeader("content-length") + " " + body));
    assertEquals("201 b POST /ask auth.test 8 question 1", answer(service, plugin -> plugin.http("svc", 10_000)));
  }

  @Test
  void anUnknownClusterIsABadArgumentAndToldOnce() throws Exception {
    URI service = URI.create("http://127.0.0.1:1");
    assertEquals("BAD_ARGUMENT", answer(service, plugin -> {
      plugin.http("other", 0);
      plugin.http("other", 0);
    }, gateway -> assertEquals(
        List.of("the plugin calls the cluster 'other', which is unknown here: give its address with --cluster"
            + " other=http://host:port"),
        gateway.lines.stream().filter(line -> line.contains("cluster")).toList())));
  }

  @Test
  void aClusterThatIsNotThereAnswers503() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertEquals("503  upstream connect error or disconnect/reset before headers. reset reason: connection failure ",
        answer(URI.create("http://127.0.0.1:" + free), plugin -> plugin.http("svc", 10_000),
            gateway -> assertTrue(gateway.lines.stream()
                .anyMatch(line -> line.startsWith("cluster 'svc' at 127.0.0.1:" + free + " is not reachable for")))));
  }

  @Test
  void aClusterThatIsSilentAnswers504() throws Exception {
    URI service = server("http", (request, body) -> {});
    assertEquals("504  upstream request timeout ", answer(service, plugin -> plugin.http("svc", 100)));
  }

  @Test
  void aClusterThatBreaksOffItsResponseIsAFailureWithoutHeaders() throws Exception {
    try (RawUpstream service = new RawUpstream((head, connection) -> {
      connection.send("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf").close();
    })) {
      assertEquals("none 11 reset", answer(service.uri(), plugin -> plugin.http("svc", 10_000)));
    }
  }

  @Test
  void aGrpcServiceIsCalled() throws Exception {
    URI service = server("h2c", (request, body) -> {
      request.response().putHeader("content-type", "application/grpc").setChunked(true);
      if (request.path().equals("/pkg.Service/Echo")) {
        request.response().putTrailer("grpc-status", "0").end(body);
      } else {
        // Headers alone.
        request.response().setChunked(false).putHeader("grpc-status", "12").putHeader("grpc-message", "no").end();
      }
    });
    assertEquals("message hello", answer(service, plugin -> plugin.grpc("Echo")));
    assertEquals("closed 12 no{via_upstream}", answer(service, plugin -> plugin.grpc("Other")));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    GatewayException refused = assertThrows(GatewayException.class,
        () -> answer(URI.create("ftp://127.0.0.1:21"), plugin -> {}));
    assertEquals("cluster 'svc' at 'ftp://127.0.0.1:21' is no address of the form http://host:port",
        refused.getMessage());
  }

  /** Asks a cluster for each request, which goes on with the answer as a header. */
  private static final class Asking implements HostCallbacks {
    private static final Bytes NONE = HeaderMapCodec.encode(List.of());

    private final Hostcalls host;
    private final Consumer<Asking> ask;
    private int stream;
    private boolean open;

    Asking(Hostcalls host, Consumer<Asking> ask) {
      this.host = host;
      this.ask = ask;
    }

    void http(String cluster, int timeoutMillis) {
      Bytes headers = HeaderMapCodec.encode(
          List.of(Header.of(":method", "POST"), Header.of(":path", "/ask"), Header.of(":authority", "auth.test")));
      asked(host.httpCallouts().dispatch(Bytes.utf8(cluster), headers, Bytes.utf8("question"), NONE, timeoutMillis));
    }

    void grpc(String method) {
      asked(host.grpc()
          .call(Bytes.utf8("svc"), Bytes.utf8("pkg.Service"), Bytes.utf8(method), NONE, Bytes.utf8("hello"), 10_000));
    }

    private void asked(Answer token) {
      open = token.isOk();
      if (!open) {
        put(token.status().name());
      }
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      stream = contextId;
      ask.accept(this);
      return open ? HeadersStatus.STOP_ALL_ITERATION_AND_WATERMARK : HeadersStatus.CONTINUE;
    }

    @Override
    public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
      goOn(headerCount == 0
          ? "none " + host.grpc().status().code() + " " + host.grpc().status().message().bytes().utf8()
          : seen(MapType.HTTP_CALL_RESPONSE_HEADERS, ":status") + " " + seen(MapType.HTTP_CALL_RESPONSE_HEADERS, "x-a")
              + " " + host.buffers().get(BufferType.HTTP_CALL_RESPONSE_BODY, 0, bodySize).bytes().utf8() + " "
              + seen(MapType.HTTP_CALL_RESPONSE_TRAILERS, "x-end"));
    }

    private String seen(MapType map, String name) {
      Fetched value = host.headers().value(map, Bytes.utf8(name));
      return value.isOk() ? value.bytes().utf8() : "";
    }

    @Override
    public void onGrpcReceive(int rootContextId, int token, int messageSize) {
      goOn("message " + host.buffers().get(BufferType.GRPC_RECEIVE_BUFFER, 0, messageSize).bytes().utf8());
    }

    @Override
    public void onGrpcClose(int rootContextId, int token, int grpcStatus) {
      goOn("closed " + grpcStatus + " " + host.grpc().status().message().bytes().utf8());
    }

    private void goOn(String answer) {
      host.flow().setEffectiveContext(stream);
      put(answer);
      host.flow().continueStream(StreamType.HTTP_REQUEST);
    }

    private void put(String answer) {
      host.headers().replace(MapType.REQUEST_HEADERS, Bytes.utf8("x-answer"), Bytes.utf8(answer));
    }
  }
}
