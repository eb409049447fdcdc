package dev.sluice.host.gateway;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.host.model.AttributeBytes;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** What plugins can read of the connection as properties (Envoy, "Attributes"). */
final class ConnectionAttributes {
  private ConnectionAttributes() {}

  static Map<Bytes, Bytes> of(HttpServerRequest request) {
    Map<Bytes, Bytes> attributes = of(request.remoteAddress(), request.localAddress());
    String protocol = switch (request.version()) {
      case HTTP_1_0 -> "HTTP/1.0";
      case HTTP_1_1 -> "HTTP/1.1";
      default -> "HTTP/2";
    };
    attributes.put(PropertyPath.of("request", "protocol"), AttributeBytes.of(protocol));
    return attributes;
  }

  /** Of a connection; those of the upstream can be added. */
  static Map<Bytes, Bytes> of(NetSocket client) {
    return of(client.remoteAddress(), client.localAddress());
  }

  static void addUpstream(Map<Bytes, Bytes> attributes, SocketAddress address) {
    put(attributes, "upstream", address);
  }

  private static Map<Bytes, Bytes> of(SocketAddress source, SocketAddress destination) {
    Map<Bytes, Bytes> attributes = new HashMap<>();
    put(attributes, "source", source);
    put(attributes, "destination", destination);
    return attributes;
  }

  private static void put(Map<Bytes, Bytes> attributes, String side, SocketAddress address) {
    if (address != null) {
      attributes.put(PropertyPath.of(side, "address"), AttributeBytes.of(address.hostAddress() + ":" + address.port()));
      attributes.put(PropertyPath.of(side, "port"), AttributeBytes.of(address.port()));
    }
  }
}
