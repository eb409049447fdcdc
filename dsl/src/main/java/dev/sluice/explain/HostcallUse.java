package dev.sluice.explain;

import io.vavr.collection.List;

/**
 * One hostcall on a way.
 *
 * @param hostcall its name
 * @param certain false where it depends on data whether it is made: on what the proxy has, on how often a call is retried
 */
public record HostcallUse(String hostcall, boolean certain) {
  static HostcallUse sure(String hostcall) {
    return new HostcallUse(hostcall, true);
  }

  static HostcallUse maybe(String hostcall) {
    return new HostcallUse(hostcall, false);
  }

  /** The same calls, made or not. */
  static List<HostcallUse> maybe(List<HostcallUse> uses) {
    return uses.map(use -> maybe(use.hostcall));
  }

  /** So many times the same calls. */
  static List<HostcallUse> times(int count, List<HostcallUse> uses) {
    List<HostcallUse> all = List.empty();
    for (int i = 0; i < count; i++) {
      all = all.prependAll(uses);
    }
    return all;
  }
}
