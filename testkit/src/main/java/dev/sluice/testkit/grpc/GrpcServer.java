package dev.sluice.testkit.grpc;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real gRPC server (HTTP/2 without TLS) on a free port, with one service for all calls. */
public final class GrpcServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;
  private volatile GrpcService service = GrpcService.unary(message -> message);

  private GrpcServer() {
    HttpServerOptions options =
        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(true);
    server =
        vertx.createHttpServer(options).requestHandler(request -> service.begin(new VertxGrpcCall(request)));
  }

  /** A server that answers each message with itself. */
  public static GrpcServer start() {
    GrpcServer server = new GrpcServer();
    await(server.server.listen(), "starting a gRPC server");
    return server;
  }

  public int port() {
    return server.actualPort();
  }

  /** From now on calls go to this service; its handlers run on one thread. */
  public void serve(GrpcService newService) {
    service = newService;
  }

  private static <T> T await(io.vertx.core.Future<T> future, String what) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(what + " failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + what, e);
    }
  }

  @Override
  public void close() {
    await(vertx.close(), "stopping a gRPC server");
  }
}
