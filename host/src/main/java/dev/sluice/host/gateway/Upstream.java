package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HeaderMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/** The server that requests are passed on to. */
final class Upstream {
  private static final Bytes AUTHORITY = Bytes.constant(":authority");
  private static final Bytes METHOD = Bytes.constant(":method");
  private static final Bytes PATH = Bytes.constant(":path");
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_CONNECTIONS = 1_024;

  private final HttpClient client;
  private final URI uri;
  private final int port;

  Upstream(Vertx vertx, URI uri) {
    this.uri = uri;
    boolean tls = uri.getScheme().equalsIgnoreCase("https");
    this.port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    HttpClientOptions options = new HttpClientOptions()
        .setSsl(tls)
        .setConnectTimeout(CONNECT_MILLIS)
        .setDecompressionSupported(false)
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES)
        .setMaxInitialLineLength(Limits.MOST_LINE_BYTES);
    client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  /**
   * This address, if it is one.
   *
   * @throws GatewayException when it is no address of an HTTP server
   */
  static URI checked(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean plain = uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
    if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null || !plain
        || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
      throw new GatewayException("the upstream '" + uri + "' is no address of the form http://host:port");
    }
    return uri;
  }

  /** A request with these headers, on its way as soon as the caller ends or pipes it. */
  Future<HttpClientRequest> request(HeaderMap headers, Consumer<String> refused) {
    RequestOptions options = new RequestOptions()
        .setHost(uri.getHost())
        .setPort(port)
        .setMethod(HttpMethod.valueOf(text(headers, METHOD)))
        .setURI(text(headers, PATH));
    return client.request(options).map(request -> {
      request.headers().add("host", WireHeaders.ascii(Bytes.latin1(text(headers, AUTHORITY))));
      WireHeaders.write(headers.regular(), request.headers(), refused);
      return request;
    });
  }

  /** Empty where a plugin has taken the field away. */
  private static String text(HeaderMap headers, Bytes name) {
    Bytes value = headers.first(name);
    return value == null ? "" : value.latin1();
  }

  @Override
  public String toString() {
    return uri.getHost() + ":" + port;
  }
}
