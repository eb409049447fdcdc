package dev.sluice.check;

import dev.sluice.explain.StepParts;
import dev.sluice.step.Step;
import java.util.List;

/**
 * A step where it stands.
 *
 * @param part name of the part that it belongs to, such as {@code request}
 * @param path see {@link Finding#path}
 * @param following the steps behind it in the same list
 */
record Site(String part, StepPath path, Step step, List<Step> following) {
  /** Everything of this type in the step itself. */
  <T> List<T> within(Class<T> type) {
    return StepParts.within(step, type);
  }

  boolean isIn(String... parts) {
    return List.of(parts).contains(part);
  }
}
