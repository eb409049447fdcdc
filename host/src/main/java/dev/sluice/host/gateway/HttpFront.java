package dev.sluice.host.gateway;

import dev.sluice.host.model.Filter;
import io.vertx.core.Future;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

/** A listener for requests over HTTP/1.1 and, known in advance or by upgrade, HTTP/2 without TLS. */
final class HttpFront implements Front {
  private static final int MOST_STREAMS = 100;

  private final Service service;
  private final Upstream upstream;
  private final HttpServer server;

  HttpFront(Service service, UpstreamAddress address) {
    this.service = service;
    this.upstream = new Upstream(service.vertx(), address);
    HttpServerOptions listening = new HttpServerOptions()
        .setHost(service.options().host())
        .setPort(service.options().port())
        .setHandle100ContinueAutomatically(false)
        .setHttp2ClearTextEnabled(true)
        .setHttp2MultiplexImplementation(false)
        .setInitialSettings(new Http2Settings()
            .setMaxConcurrentStreams(MOST_STREAMS)
            .setMaxHeaderListSize(Limits.MOST_HEADER_BYTES))
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES)
        .setMaxInitialLineLength(Limits.MOST_LINE_BYTES);
    server = service.vertx()
        .createHttpServer(listening)
        .connectionHandler(ServerTrailers::watch)
        .requestHandler(request -> serve(request, List.of(service.filter().get())))
        .invalidRequestHandler(request -> serve(request, List.of()));
  }

  private void serve(HttpServerRequest request, List<Filter> through) {
    new GatewayExchange(service.vertx(), service.options(), upstream,
        sink -> service.worker().stream(through, ConnectionAttributes.of(request), sink), request,
        ServerTrailers.on(request.connection())).begin();
  }

  @Override
  public Future<Front> listen() {
    return server.listen().map(this);
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  @Override
  public Future<Void> shutdown(Duration grace) {
    return server.shutdown(grace);
  }
}
