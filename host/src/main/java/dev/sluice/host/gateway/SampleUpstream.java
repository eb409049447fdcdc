package dev.sluice.host.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Upstreams for those who have none at hand: one answers what it got, as text, one sends back what it gets. */
final class SampleUpstream {
  private static final String HOST = "127.0.0.1";

  private SampleUpstream() {}

  static Future<UpstreamAddress> ofRequests(Vertx vertx) {
    HttpServerOptions options = new HttpServerOptions()
        .setHost(HOST)
        .setPort(0)
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES);
    return vertx.createHttpServer(options)
        .requestHandler(SampleUpstream::answer)
        .listen()
        .map(server -> UpstreamAddress.ofRequests(URI.create("http://" + HOST + ":" + server.actualPort())));
  }

  static Future<UpstreamAddress> ofConnections(Vertx vertx) {
    return vertx.createNetServer(new NetServerOptions().setHost(HOST).setPort(0))
        .connectHandler(SampleUpstream::echo)
        .listen()
        .map(server -> UpstreamAddress.ofConnections(URI.create("tcp://" + HOST + ":" + server.actualPort())));
  }

  /** What cannot be sent back ends with the connection. */
  private static void echo(NetSocket socket) {
    socket.pipe().to(socket);
  }

  private static void answer(HttpServerRequest request) {
    long[] received = new long[1];
    request.handler(chunk -> received[0] += chunk.length());
    request.endHandler(end -> request.response()
        .putHeader("content-type", "text/plain")
        .end(Buffer.buffer(describe(request, received[0]).getBytes(StandardCharsets.ISO_8859_1))));
  }

  private static String describe(HttpServerRequest request, long bodyBytes) {
    StringBuilder text = new StringBuilder("The sample upstream got:\n");
    text.append(request.method()).append(' ').append(request.uri()).append('\n');
    for (Map.Entry<String, String> header : request.headers()) {
      text.append(header.getKey()).append(": ").append(header.getValue()).append('\n');
    }
    return text.append("and a body of ").append(bodyBytes).append(" bytes\n").toString();
  }
}
