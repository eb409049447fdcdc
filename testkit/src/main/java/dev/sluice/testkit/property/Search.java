package dev.sluice.testkit.property;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Looks for a generated value that fails a check, and then for a small one. The same seed gives the same values, so a run
 * can be repeated; the default is a fixed one, which makes a build that passed pass again.
 *
 * @param tries how many values are checked at most
 * @param smaller what else may be tried in the place of a failing value, once the generators have nothing smaller
 */
public record Search<T>(Arbitrary<T> values, int tries, long seed, Function<T, List<T>> smaller) {
  private static final int TRIES = 100;
  private static final long SEED = 1;
  /** jqwik's own measure of how large values become. */
  private static final int SIZE = 1000;
  private static final int MOST_SHRINKS = 2_000;

  public Search {
    if (tries < 1) {
      throw new IllegalArgumentException("a search has at least one try, not " + tries);
    }
  }

  /** 100 tries of these values. */
  public static <T> Search<T> of(Arbitrary<T> values) {
    return new Search<>(values, TRIES, SEED, value -> List.of());
  }

  public Search<T> tries(int number) {
    return new Search<>(values, number, seed, smaller);
  }

  public Search<T> seed(long number) {
    return new Search<>(values, tries, number, smaller);
  }

  /** Tries these too in the place of a failing value; each must be smaller in some way that has an end. */
  public Search<T> smaller(Function<T, List<T>> candidates) {
    return new Search<>(values, tries, seed, candidates);
  }

  /** What a value has to pass: whatever is thrown is a failure. */
  @FunctionalInterface
  public interface Check<T> {
    void on(T value) throws Throwable;
  }

  /**
   * A value that fails.
   *
   * @param value the smallest one found
   * @param failure what the check threw at it
   * @param number which of the tries found the first one, from 1
   * @param first the value that was found then
   */
  public record Counterexample<T>(T value, Throwable failure, int number, T first) {}

  /** Checks one value after the other; none where all pass. */
  public Option<Counterexample<T>> find(Check<T> check) {
    return JqwikSession.isActive() ? search(check) : inSession(check);
  }

  /** Generators keep what they share in a session of jqwik's, which there is in its own tests only. */
  private Option<Counterexample<T>> inSession(Check<T> check) {
    JqwikSession.start();
    try {
      return search(check);
    } finally {
      JqwikSession.finish();
    }
  }

  private Option<Counterexample<T>> search(Check<T> check) {
    RandomGenerator<T> generator = values.generator(SIZE, false);
    Random random = new Random(seed);
    for (int number = 1; number <= tries; number++) {
      Shrinkable<T> next = generator.next(random);
      Throwable failure = failure(check, next.value());
      if (failure != null) {
        return Option.some(shrunk(check, next, failure, number));
      }
    }
    return Option.none();
  }

  /** Takes the first smaller value that fails too, for as long as there is one. */
  private Counterexample<T> shrunk(Check<T> check, Shrinkable<T> first, Throwable why, int number) {
    Shrinkable<T> smallest = first;
    Throwable failure = why;
    int left = MOST_SHRINKS;
    Iterator<Shrinkable<T>> smaller = smallest.shrink().iterator();
    while (left-- > 0 && smaller.hasNext()) {
      Shrinkable<T> next = smaller.next();
      Throwable same = failure(check, next.value());
      if (same != null) {
        smallest = next;
        failure = same;
        smaller = smallest.shrink().iterator();
      }
    }
    return reduced(check, new Counterexample<>(smallest.value(), failure, number, first.value()));
  }

  private Counterexample<T> reduced(Check<T> check, Counterexample<T> found) {
    Counterexample<T> smallest = found;
    Iterator<T> candidates = smaller.apply(smallest.value()).iterator();
    while (candidates.hasNext()) {
      T next = candidates.next();
      Throwable same = failure(check, next);
      if (same != null) {
        smallest = new Counterexample<>(next, same, found.number(), found.first());
        candidates = smaller.apply(next).iterator();
      }
    }
    return smallest;
  }

  private static <T> Throwable failure(Check<T> check, T value) {
    try {
      check.on(value);
      return null;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      return e;
    }
  }
}
