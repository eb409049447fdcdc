package dev.sluice.check;

import dev.sluice.value.Condition;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;

/**
 * What is known at a place of a pipeline, on whatever way it was reached.
 *
 * @param alive whether it is reached at all
 * @param known conditions that were asked and not touched since, with what they were found to be
 * @param sure variables that are bound
 * @param seen variables that are bound on some way, or in a branch planned before
 */
record State(boolean alive, Map<Condition, Answer> known, Set<String> sure, Set<String> seen) {
  static final State START = new State(true, HashMap.empty(), HashSet.empty(), HashSet.empty());

  /** What a condition was found to be, and at which step. */
  record Answer(boolean holds, StepPath path) {}

  State dead() {
    return new State(false, known, sure, seen);
  }

  State revived() {
    return new State(true, known, sure, seen);
  }

  /** Something may have changed that conditions read. */
  State forgetful() {
    return new State(alive, HashMap.empty(), sure, seen);
  }

  State bound(Iterable<String> names) {
    return new State(alive, known, sure.union(HashSet.ofAll(names)), seen.union(HashSet.ofAll(names)));
  }

  State assuming(Condition condition, boolean holds, StepPath path) {
    return new State(alive, Facts.assume(known, condition, new Answer(holds, path)), sure, seen);
  }

  /** What is known where two ways come together. */
  State or(State other) {
    Set<String> either = seen.union(other.seen);
    if (!alive || !other.alive) {
      State only = alive ? this : other;
      return new State(only.alive, only.known, only.sure, either);
    }
    Map<Condition, Answer> both = known.filter((condition, answer) -> other.known.get(condition)
        .exists(theirs -> theirs.holds == answer.holds));
    return new State(true, both, sure.intersect(other.sure), either);
  }
}
