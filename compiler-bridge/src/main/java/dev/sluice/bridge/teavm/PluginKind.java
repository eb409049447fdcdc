package dev.sluice.bridge.teavm;

/** How a plugin is written, and so how it is bound to its module. */
public enum PluginKind {
  /** A {@code SluicePlugin}: the engine is its callbacks; it is called for what its words need. */
  PIPELINE,

  /** A {@code HostCallbacksFactory}: it makes its callbacks itself and is called for those that their class overrides. */
  CALLBACKS
}
