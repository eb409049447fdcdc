package dev.sluice.bridge;

import dev.sluice.dsl.SluicePlugin;
import dev.sluice.schema.SettingsSchema;
import io.vavr.control.Option;

/** The schema of a plugin's settings, as the plugin itself shows it on this JVM. */
final class PluginSchema {
  private PluginSchema() {}

  /** None where the plugin decodes no settings, or works in a module only. */
  static Option<String> of(String pluginClass, ClassLoader classes) {
    try {
      Object plugin = Class.forName(pluginClass, true, classes).getConstructor().newInstance();
      return SettingsSchema.of((SluicePlugin) plugin).map(SettingsSchema::toJson);
    } catch (ReflectiveOperationException | LinkageError e) {
      return Option.none();
    }
  }
}
