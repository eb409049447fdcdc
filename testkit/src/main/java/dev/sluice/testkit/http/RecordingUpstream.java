package dev.sluice.testkit.http;

import dev.sluice.abi.Bytes;
import dev.sluice.host.gateway.ServerTrailers;
import io.vavr.collection.Vector;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * A real HTTP server (HTTP/1.1 and HTTP/2 without TLS) on a free port, which answers as told and remembers each
 * request from before it answers it.
 */
public final class RecordingUpstream implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  private final Queue<SeenRequest> seen = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile Callee callee;
  private volatile Runnable between = () -> {};

  private RecordingUpstream(Callee callee) {
    this.callee = callee;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            .setMaxHeaderSize(1 << 20)
            .setMaxInitialLineLength(1 << 16)
            .setAcceptBacklog(4096);
    server = vertx.createHttpServer(options).connectionHandler(ServerTrailers::watch).requestHandler(this::receive);
  }

  /** An upstream that answers 200 with the text {@code upstream}. */
  public static RecordingUpstream start() {
    return start(request -> Response.of(200, "upstream"));
  }

  /** An upstream that answers with what this function makes of a request; it is called by several threads. */
  public static RecordingUpstream start(Function<SeenRequest, Response> answer) {
    RecordingUpstream upstream = new RecordingUpstream(Callee.of(answer));
    VertxMessages.await(upstream.server.listen(), "starting an upstream");
    return upstream;
  }

  public int port() {
    return server.actualPort();
  }

  /** From now on answers with what this function makes of a request. */
  public void answer(Function<SeenRequest, Response> newAnswer) {
    react(Callee.of(newAnswer));
  }

  /** From now on reacts to requests as this says. */
  public void react(Callee newCallee) {
    callee = newCallee;
  }

  /** From now on does this, which may wait, before each piece of a body of several. */
  public void beforePieces(Runnable newBetween) {
    between = newBetween;
  }

  /** The requests seen so far, in the order in which they were complete. */
  public Vector<SeenRequest> seen() {
    return Vector.ofAll(seen);
  }

  /** Forgets the requests seen so far. */
  public void forget() {
    seen.clear();
  }

  private void receive(HttpServerRequest request) {
    List<Headers> metadata = new ArrayList<>();
    MetadataFrame.Reader frames = new MetadataFrame.Reader();
    request.customFrameHandler(frame -> metadata.add(frames.read(frame)));
    request.body().onSuccess(body -> reply(request, body, metadata));
  }

  private void reply(HttpServerRequest request, Buffer body, List<Headers> metadata) {
    SeenRequest one =
        new SeenRequest(
            request.method().name(),
            request.uri(),
            request.authority() == null ? "" : request.authority().toString(),
            request.version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1",
            VertxMessages.headers(request.headers()),
            VertxMessages.bytes(body),
            Vector.ofAll(metadata).reject(entries -> entries.fields().isEmpty()),
            new Headers(Vector.ofAll(ServerTrailers.on(request.connection()).of(request))));
    seen.add(one);
    HttpServerResponse out = request.response();
    try {
      react(out, callee.answer(one), request.method().equals(HttpMethod.HEAD));
    } catch (RuntimeException | Error e) {
      out.setStatusCode(500).end("the test's upstream failed: " + e);
    }
  }

  private void react(HttpServerResponse out, Reply reply, boolean toHead) {
    switch (reply) {
      case Reply.Silence never -> {
      }
      case Reply.Reset reset -> out.reset();
      case Reply.Answer answer when answer.delay().isZero() -> send(out, answer.response(), toHead);
      case Reply.Answer answer ->
        vertx.setTimer(answer.delay().toMillis(), id -> send(out, answer.response(), toHead));
    }
  }

  private void send(HttpServerResponse out, Response response, boolean toHead) {
    out.setStatusCode(response.status());
    VertxMessages.addTo(out.headers(), response.headers());
    boolean pieces = response.pieces().size() > 1;
    if (pieces || !response.trailers().fields().isEmpty()) {
      out.setChunked(true);
    }
    if (toHead) {
      // Vert.x leaves the body out where it sends it with the head, not what is written after that (RFC 9110 9.3.2).
      out.end(VertxMessages.buffer(response.body()));
      return;
    }
    VertxMessages.addTo(out.trailers(), response.trailers());
    if (!response.metadata().isEmpty()) {
      out.writeHead().onSuccess(sent -> {
        for (Headers entries : response.metadata()) {
          out.writeCustomFrame(MetadataFrame.TYPE, MetadataFrame.END_METADATA, MetadataFrame.encode(entries));
        }
        out.end(VertxMessages.buffer(response.body()));
      });
    } else if (pieces) {
      out.writeHead().onSuccess(sent -> piece(out, response.pieces()));
    } else {
      out.end(VertxMessages.buffer(response.body()));
    }
  }

  private void piece(HttpServerResponse out, Vector<Bytes> pieces) {
    Buffer piece = VertxMessages.buffer(pieces.head());
    Future<Void> before = vertx.executeBlocking(() -> {
      between.run();
      return null;
    }, false);
    if (pieces.size() == 1) {
      before.onComplete(done -> out.end(piece));
    } else {
      before.compose(done -> out.write(piece)).onSuccess(sent -> piece(out, pieces.tail()));
    }
  }

  @Override
  public void close() {
    VertxMessages.await(vertx.close(), "stopping an upstream");
  }
}
