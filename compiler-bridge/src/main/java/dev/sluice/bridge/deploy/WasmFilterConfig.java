package dev.sluice.bridge.deploy;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;

/**
 * One filter that runs a plugin: on HTTP requests or, in a {@link TcpListener}, on connections.
 *
 * @param name the plugin's name in Envoy's log
 * @param rootId tells several plugins of one module apart
 * @param vmId filters with the same id, module and VM configuration share one VM
 * @param moduleFile path of the .wasm as Envoy sees it
 * @param configuration handed to the plugin as it is
 * @param vmConfiguration handed to the VM when it starts, the same for all plugins in it
 * @param failurePolicy what happens after a trap
 * @param allowOnHeadersStopIteration lets a plugin hold headers while it reads the body (Envoy 1.35 or newer); the
 *     manifest of a plugin says whether it needs that
 * @param allowedCapabilities the only hostcalls and callbacks the module may use; empty means all
 */
public record WasmFilterConfig(
    String name,
    String rootId,
    String vmId,
    String moduleFile,
    String configuration,
    String vmConfiguration,
    FailurePolicy failurePolicy,
    boolean allowOnHeadersStopIteration,
    SortedSet<String> allowedCapabilities) {

  private static final String STRING_VALUE = "type.googleapis.com/google.protobuf.StringValue";
  private static final String HTTP = "type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm";
  private static final String NETWORK = "type.googleapis.com/envoy.extensions.filters.network.wasm.v3.Wasm";

  public WasmFilterConfig {
    if (name.isBlank() || moduleFile.isBlank()) {
      throw new IllegalArgumentException("a wasm filter needs a name and the path of its module");
    }
  }

  /** A filter that alone uses its VM, starts it anew after a trap, and has no configuration. */
  public static WasmFilterConfig of(String name, String moduleFile) {
    return new WasmFilterConfig(name, name, name, moduleFile, "", "", FailurePolicy.FAIL_RELOAD, false,
        TreeSet.empty());
  }

  public WasmFilterConfig withName(String newName) {
    return new WasmFilterConfig(newName, rootId, vmId, moduleFile, configuration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withRootId(String newRootId) {
    return new WasmFilterConfig(name, newRootId, vmId, moduleFile, configuration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withVmId(String newVmId) {
    return new WasmFilterConfig(name, rootId, newVmId, moduleFile, configuration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withModuleFile(String newFile) {
    return new WasmFilterConfig(name, rootId, vmId, newFile, configuration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withConfiguration(String newConfiguration) {
    return new WasmFilterConfig(name, rootId, vmId, moduleFile, newConfiguration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withVmConfiguration(String newConfiguration) {
    return new WasmFilterConfig(name, rootId, vmId, moduleFile, configuration, newConfiguration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withFailurePolicy(FailurePolicy newPolicy) {
    return new WasmFilterConfig(name, rootId, vmId, moduleFile, configuration, vmConfiguration, newPolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public WasmFilterConfig withAllowOnHeadersStopIteration(boolean allow) {
    return new WasmFilterConfig(name, rootId, vmId, moduleFile, configuration, vmConfiguration, failurePolicy,
        allow, allowedCapabilities);
  }

  public WasmFilterConfig withAllowedCapabilities(Iterable<String> capabilities) {
    return new WasmFilterConfig(name, rootId, vmId, moduleFile, configuration, vmConfiguration, failurePolicy,
        allowOnHeadersStopIteration, TreeSet.ofAll(capabilities));
  }

  /** As a filter of HTTP requests. */
  YamlMap yaml() {
    return typed("envoy.filters.http.wasm", HTTP);
  }

  /** As a filter of connections. */
  YamlMap networkYaml() {
    return typed("envoy.filters.network.wasm", NETWORK);
  }

  private YamlMap typed(String filter, String type) {
    return YamlMap.of("name", filter)
        .put("typed_config", YamlMap.of("@type", type).put("config", config()));
  }

  private YamlMap config() {
    YamlMap vm =
        YamlMap.of("vm_id", vmId)
            .put("runtime", "envoy.wasm.runtime.v8")
            .put("code", YamlMap.of("local", YamlMap.of("filename", moduleFile)))
            .putIf(!vmConfiguration.isEmpty(), "configuration", text(vmConfiguration));
    YamlMap config =
        YamlMap.of("name", name)
            .put("root_id", rootId)
            .put("vm_config", vm)
            .put("failure_policy", failurePolicy.name());
    if (allowOnHeadersStopIteration) {
      config =
          config.put("allow_on_headers_stop_iteration", true,
              "The plugin holds the headers while it reads the body; without this such requests hang.");
    }
    if (!allowedCapabilities.isEmpty()) {
      YamlMap allowed = allowedCapabilities.foldLeft(YamlMap.EMPTY, (map, name) -> map.put(name, YamlMap.EMPTY));
      config = config.put("capability_restriction_config", YamlMap.of("allowed_capabilities", allowed));
    }
    if (!configuration.isEmpty()) {
      config =
          config.put("configuration", text(configuration),
              "The plugin's settings: the text of value goes to the plugin as it is.");
    }
    return config;
  }

  private static YamlMap text(String value) {
    return YamlMap.of("@type", STRING_VALUE).put("value", value);
  }
}
