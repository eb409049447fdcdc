package dev.sluice.explain;

import io.vavr.collection.List;

/**
 * One way through a part of a pipeline, from the callback that begins it to the one in which it is over.
 *
 * @param decisions what holds on this way, in the order in which it is asked
 * @param uses hostcalls on it, in order
 * @param ownCode names of the author's own steps on it, whose hostcalls nobody can know
 * @param outcome how it ends, such as {@code continues} or {@code answers 403}
 */
public record Way(List<String> decisions, List<HostcallUse> uses, List<String> ownCode, String outcome) {

  /** Names of the hostcalls, in order, with those that are not made each time. */
  public List<String> hostcalls() {
    return uses.map(HostcallUse::hostcall);
  }

  /** Least number of hostcalls, without those of the author's own steps. */
  public int cost() {
    return uses.count(HostcallUse::certain);
  }

  /** Most hostcalls, without those of the author's own steps. */
  public int most() {
    return uses.size();
  }

  /** Whether these are the hostcalls of this way: those that are certain, in order, and any of the others between. */
  public boolean isOf(List<String> made) {
    return isOf(uses, made);
  }

  /** What could have been made up to each place, as a set of how many were. */
  static boolean isOf(List<HostcallUse> uses, List<String> made) {
    boolean[] reached = new boolean[made.size() + 1];
    reached[0] = true;
    for (HostcallUse use : uses) {
      boolean[] next = new boolean[reached.length];
      for (int i = 0; i < reached.length; i++) {
        next[i] = reached[i] && !use.certain()
            || i > 0 && reached[i - 1] && made.get(i - 1).equals(use.hostcall());
      }
      reached = next;
    }
    return reached[made.size()];
  }
}
