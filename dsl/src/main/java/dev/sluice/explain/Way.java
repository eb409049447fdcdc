package dev.sluice.explain;

import io.vavr.collection.List;

/**
 * One way through a part of a pipeline.
 *
 * @param decisions what holds on this way, in the order in which it is asked
 * @param hostcalls names of the hostcalls made on it, in order
 * @param ownCode names of the author's own steps on it, whose hostcalls nobody can know
 * @param outcome how it ends, such as {@code continues} or {@code answers 403}
 */
public record Way(List<String> decisions, List<String> hostcalls, List<String> ownCode, String outcome) {

  /** Number of hostcalls, without those of the author's own steps. */
  public int cost() {
    return hostcalls.size();
  }
}
