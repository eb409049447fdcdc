package dev.sluice.load;

import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Tells who it was told a request is of, and remembers nothing; takes its time with a warm-up. */
final class Upstream implements AutoCloseable {
  /** Keeps most connections of a warm-up waiting within Envoy, where each of them has state in the plugin. */
  private static final long WARM_UP_MILLIS = 300;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;

  Upstream() {
    server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
        .requestHandler(this::receive);
    await(server.listen());
  }

  int port() {
    return server.actualPort();
  }

  /** What it answers to a request of this consumer without a key. */
  static String seen(String consumer, int length) {
    return "consumer " + consumer + ", " + length + " bytes";
  }

  private void receive(HttpServerRequest request) {
    request.body().onSuccess(body -> {
      String echoed = request.getHeader(Kind.Fields.ECHOED);
      if (echoed != null) {
        // Netty reads one char a byte, and writes an AsciiString as its bytes.
        byte[] bytes = echoed.getBytes(StandardCharsets.ISO_8859_1);
        request.response().putHeader(AsciiString.cached(Kind.Fields.ECHOED), new AsciiString(bytes, false));
      }
      String key = request.getHeader("x-api-key");
      String seen = seen(String.join("+", request.headers().getAll("x-consumer")), body.length());
      String answer = key == null ? seen : seen + ", a key";
      if (request.path().equals(Kind.WARM_UP.request.target())) {
        vertx.setTimer(WARM_UP_MILLIS, id -> request.response().end(answer));
      } else {
        request.response().end(answer);
      }
    });
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
