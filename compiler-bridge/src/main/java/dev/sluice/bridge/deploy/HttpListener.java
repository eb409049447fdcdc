package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;
import java.util.List;

/**
 * A listener for HTTP/1.1 and HTTP/2 without TLS (told apart by the client's first bytes).
 *
 * @param filters run in this order on requests, in reverse on responses
 * @param routes tried in this order
 */
public record HttpListener(String name, Address address, Vector<WasmFilterConfig> filters, Vector<Route> routes)
    implements Listener {

  private static final String MANAGER =
      "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
  private static final String ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";

  public HttpListener {
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("listener " + name + " has no route: every request would get a 404");
    }
  }

  /** All requests go through the filters to one cluster. */
  public static HttpListener of(String name, Address address, String cluster, WasmFilterConfig... filters) {
    return new HttpListener(name, address, Vector.of(filters), Vector.of(new Route("/", cluster)));
  }

  public HttpListener withFilters(WasmFilterConfig... newFilters) {
    return new HttpListener(name, address, Vector.of(newFilters), routes);
  }

  YamlMap yaml() {
    YamlMap host =
        YamlMap.of("name", "all").put("domains", List.of("*")).put("routes", routes.map(Route::yaml).asJava());
    YamlMap router =
        YamlMap.of("name", "envoy.filters.http.router").put("typed_config", YamlMap.of("@type", ROUTER));
    YamlMap manager =
        YamlMap.of("@type", MANAGER)
            .put("stat_prefix", name)
            .put("codec_type", "AUTO", "HTTP/1.1 and HTTP/2 with prior knowledge on the same port.")
            .put("route_config", YamlMap.of("name", name).put("virtual_hosts", List.of(host)))
            .put("http_filters", filters.map(WasmFilterConfig::yaml).append(router).asJava());
    YamlMap filter =
        YamlMap.of("name", "envoy.filters.network.http_connection_manager").put("typed_config", manager);
    return YamlMap.of("name", name)
        .put("address", address.yaml())
        .put("filter_chains", List.of(YamlMap.of("filters", List.of(filter))));
  }
}
