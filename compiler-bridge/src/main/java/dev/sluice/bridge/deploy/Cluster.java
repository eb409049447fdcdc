package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * An upstream, for routes or for callouts.
 *
 * @param endpoints at least one, all of them IP addresses or all of them DNS names
 * @param protocol what the upstream speaks
 * @param connectTimeout more than zero
 */
public record Cluster(String name, Vector<Address> endpoints, Protocol protocol, Duration connectTimeout) {

  /** What is spoken to an upstream. */
  public enum Protocol {
    HTTP_1_1,
    /** The same, and trailers pass in both directions; Envoy drops them otherwise. */
    HTTP_1_1_TRAILERS,
    /** HTTP/2 with prior knowledge, as gRPC services without TLS want it. */
    HTTP_2,
    /** The same, and METADATA frames, an extension of Envoy, pass in both directions. */
    HTTP_2_METADATA
  }

  private static final String OPTIONS_NAME = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

  public Cluster {
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("cluster " + name + " has no endpoint");
    }
    if (endpoints.map(Address::isIp).distinct().size() > 1) {
      throw new IllegalArgumentException("cluster " + name + " mixes IP addresses with DNS names: " + endpoints);
    }
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("cluster " + name + ": connect timeout " + connectTimeout);
    }
  }

  /** HTTP/1.1 with a connect timeout of five seconds. */
  public static Cluster of(String name, Address... endpoints) {
    return new Cluster(name, Vector.of(endpoints), Protocol.HTTP_1_1, Duration.ofSeconds(5));
  }

  public Cluster withProtocol(Protocol newProtocol) {
    return new Cluster(name, endpoints, newProtocol, connectTimeout);
  }

  YamlMap yaml() {
    boolean ip = endpoints.head().isIp();
    YamlMap cluster =
        YamlMap.of("name", name)
            .put("type", ip ? "STATIC" : "STRICT_DNS")
            .put("connect_timeout",
                BigDecimal.valueOf(connectTimeout.toMillis(), 3).stripTrailingZeros().toPlainString() + "s");
    if (protocol != Protocol.HTTP_1_1) {
      YamlMap explicit =
          switch (protocol) {
            case HTTP_2 -> YamlMap.of("http2_protocol_options", YamlMap.EMPTY);
            case HTTP_2_METADATA -> YamlMap.of("http2_protocol_options", YamlMap.of("allow_metadata", true));
            default -> YamlMap.of("http_protocol_options", YamlMap.of("enable_trailers", true));
          };
      YamlMap options =
          YamlMap.of("@type", "type.googleapis.com/" + OPTIONS_NAME).put("explicit_http_config", explicit);
      cluster = cluster.put("typed_extension_protocol_options", YamlMap.of(OPTIONS_NAME, options));
    }
    List<YamlMap> hosts = endpoints.map(at -> YamlMap.of("endpoint", YamlMap.of("address", at.yaml()))).asJava();
    return cluster.put("load_assignment",
        YamlMap.of("cluster_name", name).put("endpoints", List.of(YamlMap.of("lb_endpoints", hosts))));
  }
}
