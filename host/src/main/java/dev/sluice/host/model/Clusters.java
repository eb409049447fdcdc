package dev.sluice.host.model;

import dev.sluice.abi.Bytes;
import io.vavr.control.Option;

/** The upstreams that the plugins of a proxy can call. Used by the threads of all workers. */
@FunctionalInterface
public interface Clusters {
  /** The cluster of this name; none where the proxy knows no such cluster. */
  Option<Cluster> find(Bytes name);

  /** A proxy without clusters. */
  static Clusters none() {
    return name -> Option.none();
  }
}
