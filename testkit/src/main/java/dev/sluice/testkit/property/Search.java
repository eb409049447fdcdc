package dev.sluice.testkit.property;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Looks for a generated value that fails a check, and then for a small one. The same seed gives the same values, so a run
 * can be repeated; the default is a fixed one, which makes a build that passed pass again.
 *
 * @param tries how many values are checked at most
 */
public record Search<T>(Arbitrary<T> values, int tries, long seed) {
  private static final int TRIES = 100;
  private static final long SEED = 1;
  /** jqwik's own measure of how large values become. */
  private static final int SIZE = 1000;
  private static final int MOST_SHRINKS = 10_000;

  public Search {
    if (tries < 1) {
      throw new IllegalArgumentException("a search has at least one try, not " + tries);
    }
  }

  /** 100 tries of these values. */
  public static <T> Search<T> of(Arbitrary<T> values) {
    return new Search<>(values, TRIES, SEED);
  }

  public Search<T> tries(int number) {
    return new Search<>(values, number, seed);
  }

  public Search<T> seed(long number) {
    return new Search<>(values, tries, number);
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
  private static <T> Counterexample<T> shrunk(Check<T> check, Shrinkable<T> first, Throwable why, int number) {
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
    return new Counterexample<>(smallest.value(), failure, number, first.value());
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
