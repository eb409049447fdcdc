package dev.sluice.testkit.http;

import io.vavr.collection.Vector;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/2 client without TLS and without the HTTP/1.1 upgrade (prior knowledge, RFC 9113 section 3.3), on one
 * connection that many threads may use.
 */
public final class Http2Client implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;

  /** A client for a port of this machine. */
  public Http2Client(int port) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
  }

  /** Sends a request and waits for its response, a minute at most. */
  public Response exchange(Request request) {
    return VertxMessages.await(exchangeAsync(request), request.method() + " " + request.target() + " over HTTP/2");
  }

  /** Sends a request; the future has the response. */
  Future<Response> exchangeAsync(Request request) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setURI(request.target());
    return client
        .request(options)
        .compose(
            out -> {
              out.authority(HostAndPort.parseAuthority(request.authority(), -1));
              VertxMessages.addTo(out.headers(), request.headers());
              if (request.metadata().isEmpty()) {
                return request.body().isEmpty() ? out.send() : out.send(VertxMessages.buffer(request.body()));
              }
              return withMetadata(out, request);
            })
        .compose(Http2Client::read);
  }

  private static Future<HttpClientResponse> withMetadata(HttpClientRequest out, Request request) {
    return out.writeHead()
        .compose(sent -> {
          for (Headers entries : request.metadata()) {
            out.writeCustomFrame(MetadataFrame.TYPE, MetadataFrame.END_METADATA, MetadataFrame.encode(entries));
          }
          return out.end(VertxMessages.buffer(request.body()));
        })
        .compose(sent -> out.response());
  }

  private static Future<Response> read(HttpClientResponse in) {
    if (in.version() != HttpVersion.HTTP_2) {
      return Future.failedFuture("the answer came over " + in.version());
    }
    List<Headers> metadata = new ArrayList<>();
    MetadataFrame.Reader frames = new MetadataFrame.Reader();
    in.customFrameHandler(frame -> metadata.add(frames.read(frame)));
    return in.body()
        .map(
            body -> {
              MultiMap trailers = in.trailers();
              return new Response(
                  in.statusCode(),
                  VertxMessages.headers(in.headers()),
                  VertxMessages.bytes(body),
                  VertxMessages.headers(trailers))
                  .withMetadata(Vector.ofAll(metadata).reject(entries -> entries.fields().isEmpty()));
            });
  }

  @Override
  public void close() {
    VertxMessages.await(vertx.close(), "closing an HTTP/2 client");
  }
}
