package dev.sluice.host.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An upstream for those who have none at hand: it answers what it got, as text. */
final class SampleUpstream {
  private SampleUpstream() {}

  static Future<HttpServer> start(Vertx vertx) {
    HttpServerOptions options = new HttpServerOptions()
        .setHost("127.0.0.1")
        .setPort(0)
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES);
    return vertx.createHttpServer(options).requestHandler(SampleUpstream::answer).listen();
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
