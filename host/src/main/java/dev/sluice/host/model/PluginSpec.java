package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import java.util.Set;

/**
 * A plugin as an operator configures it, an immutable value. Two equal specs are one plugin (one root context).
 *
 * @param name name of the plugin, readable by it as property {@code plugin_name}
 * @param rootId which of the plugins in the module is meant; property {@code plugin_root_id}
 * @param vmId part of the key of the VM; property {@code plugin_vm_id}
 * @param allowOnHeadersStopIteration whether a plugin that stops headers with result 1 still gets the body; without it
 *     result 1 stops everything
 * @param allowedCapabilities names of the functions of the ABI and of WASI that the plugin may call and be called by; none
 *     restrict nothing (Envoy's {@code capability_restriction_config}). Plugins that share a VM have those of the first
 * @param source where the code comes from
 */
public record PluginSpec(
    String name,
    String rootId,
    String vmId,
    GuestSource source,
    Bytes vmConfiguration,
    Bytes configuration,
    FailurePolicy failurePolicy,
    boolean allowOnHeadersStopIteration,
    Set<String> allowedCapabilities) {

  public PluginSpec {
    allowedCapabilities = Set.copyOf(allowedCapabilities);
  }

  /** A plugin with empty ids and configurations that fails closed and may do everything. */
  public static PluginSpec of(String name, GuestSource source) {
    return new PluginSpec(
        name, "", "", source, Bytes.EMPTY, Bytes.EMPTY, FailurePolicy.FAIL_CLOSED, false, Set.of());
  }

  public PluginSpec withRootId(String id) {
    return new PluginSpec(name, id, vmId, source, vmConfiguration, configuration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public PluginSpec withVmId(String id) {
    return new PluginSpec(name, rootId, id, source, vmConfiguration, configuration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public PluginSpec withSource(GuestSource code) {
    return new PluginSpec(name, rootId, vmId, code, vmConfiguration, configuration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public PluginSpec withVmConfiguration(Bytes bytes) {
    return new PluginSpec(name, rootId, vmId, source, bytes, configuration, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public PluginSpec withConfiguration(Bytes bytes) {
    return new PluginSpec(name, rootId, vmId, source, vmConfiguration, bytes, failurePolicy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  /** The configuration as UTF-8 text. */
  public PluginSpec withConfiguration(String text) {
    return withConfiguration(Bytes.utf8(text));
  }

  public PluginSpec withFailurePolicy(FailurePolicy policy) {
    return new PluginSpec(name, rootId, vmId, source, vmConfiguration, configuration, policy,
        allowOnHeadersStopIteration, allowedCapabilities);
  }

  public PluginSpec withAllowOnHeadersStopIteration(boolean allow) {
    return new PluginSpec(name, rootId, vmId, source, vmConfiguration, configuration, failurePolicy, allow,
        allowedCapabilities);
  }

  public PluginSpec withAllowedCapabilities(Set<String> names) {
    return new PluginSpec(name, rootId, vmId, source, vmConfiguration, configuration, failurePolicy,
        allowOnHeadersStopIteration, names);
  }

  VmKey vmKey() {
    return new VmKey(vmId, vmConfiguration, source);
  }

  /** Plugins with equal keys share one VM in each worker. */
  record VmKey(String vmId, Bytes vmConfiguration, GuestSource source) {}
}
