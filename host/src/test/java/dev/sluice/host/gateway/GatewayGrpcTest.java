package dev.sluice.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.DataStatus;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.event.HostCallbacks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** gRPC over HTTP/2 (its PROTOCOL-HTTP2 document), with a client and a server that are not the gateway's. */
@Timeout(60)
class GatewayGrpcTest {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client = vertx.createHttpClient(
      new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** A message with its prefix: not compressed, the length in four bytes. */
  private static Buffer message(String text) {
    return Buffer.buffer().appendByte((byte) 0).appendInt(text.length()).appendString(text);
  }

  private URI server(Consumer<HttpServerRequest> service) {
    int port = await(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
        .requestHandler(request -> {
          told.add(request.version() + " " + request.path() + " " + request.getHeader("content-type") + " "
              + request.getHeader("te"));
          request.response().putHeader("content-type", "application/grpc");
          service.accept(request);
        })
        .listen()).actualPort();
    return URI.create("h2c://127.0.0.1:" + port);
  }

  private HttpClientRequest call(GatewayFixture gateway) {
    HttpClientRequest request = await(client.request(new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost("127.0.0.1")
        .setPort(gateway.port())
        .setURI("/test.Service/Method")));
    return request.putHeader("content-type", "application/grpc")
        .putHeader("te", "trailers")
        .exceptionHandler(expected -> {});
  }

  /** The answer to a call with one message. */
  private Answer unary(GatewayFixture gateway) {
    return await(call(gateway).send(message("hello"))
        .compose(response -> response.body().map(body -> new Answer(response, body))));
  }

  private record Answer(HttpClientResponse head, Buffer body) {
    String trailer(String name) {
      return head.getTrailer(name);
    }

    String header(String name) {
      return head.getHeader(name);
    }
  }

  private static void end(HttpServerRequest request, String status) {
    request.response().putTrailer("grpc-status", status).end();
  }

  @Test
  void aUnaryCallPassesWithItsTrailers() throws Exception {
    URI uri = server(request -> request.body().onSuccess(body -> {
      request.response().write(message("echo " + body.getString(5, body.length())));
      end(request, "0");
    }));
    try (GatewayFixture gateway = new GatewayFixture(uri)) {
      Answer answer = unary(gateway);
      assertEquals(message("echo hello"), answer.body());
      assertEquals(200, answer.head().statusCode());
      assertEquals("application/grpc", answer.header("content-type"));
      assertEquals("0", answer.trailer("grpc-status"));
      assertNull(answer.header("grpc-status"));
      assertEquals("HTTP_2 /test.Service/Method application/grpc trailers", told.take());
    }
  }

  @Test
  void anAnswerOfTrailersAloneIsOneOfHeadersAlone() throws Exception {
    URI uri = server(request -> request.response().putHeader("grpc-status", "5").end());
    try (GatewayFixture gateway = new GatewayFixture(uri)) {
      Answer answer = unary(gateway);
      assertEquals(0, answer.body().length());
      assertEquals("5", answer.header("grpc-status"));
      assertEquals(0, answer.head().trailers().size());
    }
  }

  @Test
  void messagesOfEitherSidePassOneByOne() throws Exception {
    URI uri = server(request -> {
      request.response().writeHead();
      request.handler(data -> {
        if (data.length() > 0) {
          request.response().write(message("seen " + data.getString(5, data.length())));
        }
      });
      request.endHandler(end -> end(request, "0"));
    });
    try (GatewayFixture gateway = new GatewayFixture(uri)) {
      LinkedBlockingQueue<Buffer> messages = new LinkedBlockingQueue<>();
      HttpClientRequest request = call(gateway);
      Future<HttpClientResponse> ended =
          request.response().compose(response -> response.handler(messages::add).end().map(response));
      await(request.writeHead());
      for (String text : new String[] {"one", "two", "three"}) {
        request.write(message(text));
        assertEquals(message("seen " + text), messages.take());
      }
      request.end();
      assertEquals("0", await(ended).getTrailer("grpc-status"));
    }
  }

  @Test
  void aServerThatEndsEarlyEndsTheCall() throws Exception {
    URI uri = server(request -> request.handler(data -> end(request, "8")));
    try (GatewayFixture gateway = new GatewayFixture(uri)) {
      HttpClientRequest request = call(gateway);
      request.write(message("one"));
      HttpClientResponse response = await(request.response().compose(begun -> begun.end().map(begun)));
      assertEquals("8", response.getTrailer("grpc-status"));
    }
  }

  @Test
  void thePluginSeesMessagesAndTrailersAndChangesThem() throws Exception {
    URI uri = server(request -> request.body().onSuccess(body -> {
      request.response().write(body);
      end(request, "0");
    }));
    try (GatewayFixture gateway = new GatewayFixture(uri, host -> new HostCallbacks() {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        host.headers().remove(MapType.REQUEST_HEADERS, Bytes.utf8("content-length"));
        return HeadersStatus.CONTINUE;
      }

      @Override
      public DataStatus onRequestBody(int contextId, int bodySize, boolean endOfStream) {
        if (bodySize > 0) {
          Bytes body = host.buffers().get(BufferType.HTTP_REQUEST_BODY, 0, bodySize).bytes();
          Buffer changed = message(body.slice(5, bodySize).utf8() + "!");
          host.buffers().set(BufferType.HTTP_REQUEST_BODY, 0, bodySize, Bytes.wrap(changed.getBytes()));
        }
        return DataStatus.CONTINUE;
      }

      @Override
      public StopOrContinue onResponseTrailers(int contextId, int trailerCount) {
        host.headers().replace(MapType.RESPONSE_TRAILERS, Bytes.utf8("grpc-status"), Bytes.utf8("9"));
        host.headers().add(MapType.RESPONSE_TRAILERS, Bytes.utf8("grpc-message"), Bytes.utf8("changed"));
        return StopOrContinue.CONTINUE;
      }
    })) {
      Answer answer = unary(gateway);
      assertEquals(message("hello!"), answer.body());
      assertEquals("9", answer.trailer("grpc-status"));
      assertEquals("changed", answer.trailer("grpc-message"));
    }
  }

  @Test
  void aReplyOfThePluginIsAGrpcStatus() throws Exception {
    try (GatewayFixture gateway =
        new GatewayFixture(URI.create("h2c://127.0.0.1:1"), GatewayFixture.replying(403, "not you"))) {
      Answer answer = unary(gateway);
      assertEquals(200, answer.head().statusCode());
      assertEquals("7", answer.header("grpc-status"));
      assertEquals("not you", answer.header("grpc-message"));
    }
  }

  @Test
  void anUpstreamThatIsDownAndOneThatIsSilentAreUnavailable() throws Exception {
    try (GatewayFixture gateway = new GatewayFixture(URI.create("h2c://127.0.0.1:1"))) {
      assertEquals("14", unary(gateway).header("grpc-status"));
    }
    try (GatewayFixture gateway = new GatewayFixture(server(request -> {}), host -> new HostCallbacks() {},
        options -> options.withResponseTimeout(Duration.ofMillis(50)))) {
      Answer answer = unary(gateway);
      assertEquals("14", answer.header("grpc-status"));
      assertEquals("upstream request timeout", answer.header("grpc-message"));
    }
  }
}
