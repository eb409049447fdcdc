package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/**
 * A listener for HTTP/1.1 and HTTP/2 without TLS (told apart by the client's first bytes).
 *
 * @param filters run in this order on requests, in reverse on responses
 * @param routes tried in this order
 * @param bufferLimit most bytes of a body that plugins may have Envoy hold, beyond it requests get a 413; none for
 *     Envoy's own limit, 1 MiB
 * @param trailers whether trailers of HTTP/1.1 pass; without it Envoy drops them (those of HTTP/2 always pass)
 * @param metadata whether HTTP/2 METADATA frames, an extension of Envoy, pass
 * @param evenConnections whether connections are spread evenly over Envoy's workers; else the kernel spreads them
 */
public record HttpListener(
    String name,
    Address address,
    Vector<WasmFilterConfig> filters,
    Vector<Route> routes,
    Option<Integer> bufferLimit,
    boolean trailers,
    boolean metadata,
    boolean evenConnections)
    implements Listener {

  private static final String MANAGER =
      "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
  private static final String ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";

  public HttpListener {
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("listener " + name + " has no route: every request would get a 404");
    }
    if (bufferLimit.exists(bytes -> bytes < 1)) {
      throw new IllegalArgumentException("listener " + name + ": a buffer limit of " + bufferLimit.get() + " bytes");
    }
  }

  /** All requests go through the filters to one cluster. */
  public static HttpListener of(String name, Address address, String cluster, WasmFilterConfig... filters) {
    return new HttpListener(
        name, address, Vector.of(filters), Vector.of(Route.of("/", cluster)), Option.none(), false, false, false);
  }

  public HttpListener withFilters(WasmFilterConfig... newFilters) {
    return new HttpListener(name, address, Vector.of(newFilters), routes, bufferLimit, trailers, metadata,
        evenConnections);
  }

  public HttpListener withRoutes(Route... newRoutes) {
    return new HttpListener(name, address, filters, Vector.of(newRoutes), bufferLimit, trailers, metadata,
        evenConnections);
  }

  public HttpListener withBufferLimit(int bytes) {
    return new HttpListener(name, address, filters, routes, Option.some(bytes), trailers, metadata, evenConnections);
  }

  public HttpListener withTrailers() {
    return new HttpListener(name, address, filters, routes, bufferLimit, true, metadata, evenConnections);
  }

  public HttpListener withMetadata(boolean allow) {
    return new HttpListener(name, address, filters, routes, bufferLimit, trailers, allow, evenConnections);
  }

  public HttpListener withEvenConnections() {
    return new HttpListener(name, address, filters, routes, bufferLimit, trailers, metadata, true);
  }

  @Override
  public Vector<String> clusters() {
    return routes.map(Route::cluster);
  }

  @Override
  public YamlMap yaml() {
    YamlMap host =
        YamlMap.of("name", "all").put("domains", List.of("*")).put("routes", routes.map(Route::yaml).asJava());
    YamlMap router =
        YamlMap.of("name", "envoy.filters.http.router").put("typed_config", YamlMap.of("@type", ROUTER));
    YamlMap manager =
        YamlMap.of("@type", MANAGER)
            .put("stat_prefix", name)
            .put("codec_type", "AUTO", "HTTP/1.1 and HTTP/2 with prior knowledge on the same port.")
            .putIf(trailers, "http_protocol_options", YamlMap.of("enable_trailers", true))
            .putIf(metadata, "http2_protocol_options", YamlMap.of("allow_metadata", true))
            .put("route_config", YamlMap.of("name", name).put("virtual_hosts", List.of(host)))
            .put("http_filters", filters.map(WasmFilterConfig::yaml).append(router).asJava());
    YamlMap filter =
        YamlMap.of("name", "envoy.filters.network.http_connection_manager").put("typed_config", manager);
    return YamlMap.of("name", name)
        .put("address", address.yaml())
        .putIf(bufferLimit.isDefined(), "per_connection_buffer_limit_bytes", bufferLimit.getOrElse(0))
        .putIf(evenConnections, "connection_balance_config", YamlMap.of("exact_balance", YamlMap.EMPTY))
        .put("filter_chains", List.of(YamlMap.of("filters", List.of(filter))));
  }
}
