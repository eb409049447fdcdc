package dev.sluice.dsl;

/** What an author writes: a class with a public constructor without parameters. */
public interface SluicePlugin {
  /**
   * The plugin for these settings. Called once for each configuration the proxy hands over, in each of its workers;
   * what it throws refuses the configuration, with the reason in the log.
   */
  Plugin define(Settings settings);

  /** Settings with which tools on the JVM show and check the plugin. Never called in the proxy. */
  default Settings sampleSettings() {
    return Settings.none();
  }
}
