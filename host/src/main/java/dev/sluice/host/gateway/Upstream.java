package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.host.model.HeaderMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.util.function.Consumer;

/** The server that requests are passed on to. */
final class Upstream {
  private static final Bytes AUTHORITY = Bytes.constant(":authority");
  private static final Bytes METHOD = Bytes.constant(":method");
  private static final Bytes PATH = Bytes.constant(":path");
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_CONNECTIONS = 1_024;

  private final HttpClient client;
  private final UpstreamAddress address;

  Upstream(Vertx vertx, UpstreamAddress address) {
    this.address = address;
    HttpClientOptions options = new HttpClientOptions()
        .setSsl(address.isTls())
        .setProtocolVersion(address.isHttp2() ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
        .setHttp2ClearTextUpgrade(false)
        .setHttp2MultiplexImplementation(false)
        .setInitialSettings(new Http2Settings().setMaxHeaderListSize(Limits.MOST_HEADER_BYTES))
        .setConnectTimeout(CONNECT_MILLIS)
        .setDecompressionSupported(false)
        .setMaxHeaderSize(Limits.MOST_HEADER_BYTES)
        .setMaxInitialLineLength(Limits.MOST_LINE_BYTES);
    client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  /** A request with these headers, on its way as soon as the caller writes its head or ends it. */
  Future<HttpClientRequest> request(HeaderMap headers, Consumer<String> refused) {
    RequestOptions options = new RequestOptions()
        .setHost(address.host())
        .setPort(address.port())
        .setMethod(HttpMethod.valueOf(text(headers, METHOD)))
        .setURI(text(headers, PATH));
    return client.request(options).map(request -> {
      String authority = text(headers, AUTHORITY);
      if (request.version() == HttpVersion.HTTP_2) {
        HostAndPort named = HostAndPort.parseAuthority(authority, -1);
        request.authority(named == null ? HostAndPort.authority(address.host(), address.port()) : named);
      } else {
        request.headers().add("host", WireHeaders.ascii(Bytes.latin1(authority)));
      }
      WireHeaders.write(headers.regular(), request.headers(), refused);
      if (request.version() != HttpVersion.HTTP_2 && request.headers().contains("te")) {
        request.headers().add("connection", "te");
      }
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
    return address.toString();
  }
}
