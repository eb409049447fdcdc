package dev.sluice.bridge.deploy;

import io.vavr.collection.Vector;

/** A port that Envoy serves. */
public sealed interface Listener permits HttpListener, TcpListener {
  /** Unique within the configuration. */
  String name();

  /** Where it listens. */
  Address address();

  /** The names of the clusters that it sends to. */
  Vector<String> clusters();

  /** How it is written in Envoy's configuration. */
  YamlMap yaml();
}
