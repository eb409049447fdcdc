package dev.sluice.plan;

import io.vavr.control.Option;

/**
 * One way on from an op that chooses.
 *
 * @param when what holds on this way, in words
 * @param target where it leads, none for the op that stands next
 */
public record Way(String when, Option<Label> target) {
  public static Way onward(String when) {
    return new Way(when, Option.none());
  }

  public static Way to(Label target, String when) {
    return new Way(when, Option.some(target));
  }
}
