package dev.sluice.dsl;

/**
 * Hears how settings are read, and knows which plugin they are for: the engine, to log warnings; tools, to learn which
 * decoder a plugin has.
 */
@FunctionalInterface
public interface SettingsObserver {
  /** The settings are in force but should be written otherwise, as under a name that is about to go. */
  void warning(SettingsError warning);

  /** This decoder is about to read them. */
  default void decoding(SettingsDecoder<?> decoder) {}

  /** The root id of the plugin that the proxy means; empty where nobody says. */
  default String rootId() {
    return "";
  }
}
