package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.host.model.AttributeBytes;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** What plugins can read of the connection as properties (Envoy, "Attributes"). */
final class ConnectionAttributes {
  private ConnectionAttributes() {}

  static Map<Bytes, Bytes> of(HttpServerRequest request) {
    Map<Bytes, Bytes> attributes = new HashMap<>();
    put(attributes, "source", request.remoteAddress());
    put(attributes, "destination", request.localAddress());
    String protocol = request.version() == HttpVersion.HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1";
    attributes.put(PropertyPath.of("request", "protocol"), AttributeBytes.of(protocol));
    return attributes;
  }

  private static void put(Map<Bytes, Bytes> attributes, String side, SocketAddress address) {
    if (address != null) {
      attributes.put(PropertyPath.of(side, "address"), AttributeBytes.of(address.hostAddress() + ":" + address.port()));
      attributes.put(PropertyPath.of(side, "port"), AttributeBytes.of(address.port()));
    }
  }
}
