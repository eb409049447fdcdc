package dev.sluice.bridge.deploy;

/** A port that Envoy serves. */
public sealed interface Listener permits HttpListener {
  /** Unique within the configuration. */
  String name();

  /** Where it listens. */
  Address address();
}
