package dev.sluice.abi.attribute;

/** The plugin itself, as it is configured. */
public final class PluginAttributes {
  private PluginAttributes() {}

  /** The plugin's name. */
  public static Attribute<String> name() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.text(), "plugin_name");
  }

  /** Which of the plugins of the module this is. */
  public static Attribute<String> rootId() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.text(), "plugin_root_id");
  }

  /** The id of its VM. */
  public static Attribute<String> vmId() {
    return Attribute.in(Attribute.ANYWHERE, AttributeType.text(), "plugin_vm_id");
  }
}
