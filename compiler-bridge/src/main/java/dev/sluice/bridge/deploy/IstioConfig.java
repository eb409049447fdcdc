package dev.sluice.bridge.deploy;

import io.vavr.control.Option;
import java.util.List;

/**
 * The Istio resources that put a plugin into a gateway or a sidecar.
 *
 * @param filter the plugin, as for Envoy
 * @param namespace of the workload
 * @param url where Istio fetches the module for a {@code WasmPlugin}: {@code oci://}, {@code https://} or
 *     {@code file://} (a file mounted into the proxy)
 * @param selector label of the workload, {@code name=value}
 */
public record IstioConfig(WasmFilterConfig filter, String namespace, String url, String selector) {

  public IstioConfig {
    if (selector.indexOf('=') < 1) {
      throw new IllegalArgumentException("selector '" + selector + "' is not of the form label=value");
    }
  }

  /** For Istio's ingress gateway. */
  public static IstioConfig ingress(WasmFilterConfig filter, String url) {
    return new IstioConfig(filter, "istio-system", url, "istio=ingressgateway");
  }

  /** True where {@link #wasmPlugin()} can say all that the filter needs; else only {@link #envoyFilter()} does. */
  public boolean fitsWasmPlugin() {
    return !filter.allowOnHeadersStopIteration() && settings().isDefined();
  }

  /**
   * The {@code WasmPlugin} resource, Istio's own way.
   *
   * @throws IllegalStateException where the filter needs what a WasmPlugin lacks, see {@link #fitsWasmPlugin()}
   */
  public String wasmPlugin() {
    if (!fitsWasmPlugin()) {
      throw new IllegalStateException(
          "plugin " + filter.name() + " does not fit a WasmPlugin ("
              + (filter.allowOnHeadersStopIteration()
                  ? "it holds headers while it reads the body, and the resource has no field for that"
                  : "its configuration is not a JSON object, or has whole numbers beyond 2^53")
              + "): use the EnvoyFilter");
    }
    YamlMap spec =
        YamlMap.of("selector", YamlMap.of("matchLabels", labels()))
            .put("url", url)
            .put("pluginName", filter.rootId())
            .put("phase", "AUTHN", "Before Istio's own authentication filters.")
            .put("failStrategy", filter.failurePolicy().istioName());
    YamlMap settings = settings().get();
    spec = spec.putIf(!settings.entries().isEmpty(), "pluginConfig", settings);
    return YamlText.render(
        resource("extensions.istio.io/v1alpha1", "WasmPlugin", spec),
        "Istio 1.27 or newer (Envoy 1.35): the module uses WebAssembly GC.");
  }

  /** The {@code EnvoyFilter} resource: every field of the filter; the module must be mounted into the proxy. */
  public String envoyFilter() {
    YamlMap router = YamlMap.of("name", "envoy.filters.http.router");
    YamlMap manager =
        YamlMap.of("name", "envoy.filters.network.http_connection_manager").put("subFilter", router);
    YamlMap match = YamlMap.of("listener", YamlMap.of("filterChain", YamlMap.of("filter", manager)));
    YamlMap patch =
        YamlMap.of("applyTo", "HTTP_FILTER")
            .put("match", match)
            .put("patch", YamlMap.of("operation", "INSERT_BEFORE").put("value", filter.yaml()));
    YamlMap spec =
        YamlMap.of("workloadSelector", YamlMap.of("labels", labels())).put("configPatches", List.of(patch));
    return YamlText.render(
        resource("networking.istio.io/v1alpha3", "EnvoyFilter", spec),
        "Istio 1.27 or newer (Envoy 1.35): the module uses WebAssembly GC.",
        "Mount the module into the proxy's container at the path of filename, for example with the pod",
        "annotations sidecar.istio.io/userVolume and sidecar.istio.io/userVolumeMount.");
  }

  private Option<YamlMap> settings() {
    String text = filter.configuration();
    return text.isEmpty() ? Option.some(YamlMap.EMPTY) : JsonYaml.struct(text);
  }

  private YamlMap resource(String apiVersion, String kind, YamlMap spec) {
    return YamlMap.of("apiVersion", apiVersion)
        .put("kind", kind)
        .put("metadata", YamlMap.of("name", filter.name()).put("namespace", namespace))
        .put("spec", spec);
  }

  private YamlMap labels() {
    int equals = selector.indexOf('=');
    return YamlMap.of(selector.substring(0, equals), selector.substring(equals + 1));
  }
}
