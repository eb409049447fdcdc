package dev.sluice.host.model;

import dev.sluice.abi.Bytes;

/** The attributes of the plugin itself, readable in every context. */
final class PluginAttributes {
  private PluginAttributes() {}

  /** The attribute's bytes, null where there is none of this path. */
  static Bytes find(PluginSpec plugin, Bytes path) {
    return switch (path.latin1()) {
      case "plugin_name" -> Bytes.utf8(plugin.name());
      case "plugin_root_id" -> Bytes.utf8(plugin.rootId());
      case "plugin_vm_id" -> Bytes.utf8(plugin.vmId());
      default -> null;
    };
  }
}
