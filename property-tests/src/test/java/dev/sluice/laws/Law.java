package dev.sluice.laws;

import dev.sluice.testkit.property.Search;
import net.jqwik.api.Arbitrary;

/** A statement over generated values. */
final class Law {
  private Law() {}

  /** Fails with the smallest value found for which the check fails. */
  static <T> void holds(Arbitrary<T> values, int tries, long seed, Search.Check<T> check) {
    holds(Search.of(values).tries(tries).seed(seed), check);
  }

  /** The same for what this search finds. */
  static <T> void holds(Search<T> search, Search.Check<T> check) {
    search.find(check).forEach(found -> {
      throw new AssertionError("try " + found.number() + " fails, seed " + search.seed() + "; the smallest one found:\n"
          + found.value() + "\n" + found.failure(), found.failure());
    });
  }
}
