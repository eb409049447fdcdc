package dev.sluice.engine;

/** What is known of a root or stream context. */
final class Context {
  /** The configuration in force: of a root the newest, of a stream the one that it began with; null for none. */
  ConfiguredPlugin plugin;

  /** Number of filters that the stream's request has entered. */
  int entered;

  Context(ConfiguredPlugin plugin) {
    this.plugin = plugin;
    this.entered = plugin == null ? 0 : plugin.plan().enteredUnseen();
  }
}
