package dev.sluice.laws.pipeline;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;

/**
 * An arbitrary whose generator is made once. jqwik looks for the generator of an arbitrary by comparing all that it is
 * built of, each time one of several is chosen: in a tree as deep as that of pipelines nearly all time went there.
 */
final class Ready<T> implements Arbitrary<T> {
  private final Arbitrary<T> arbitrary;
  private RandomGenerator<T> made;

  private Ready(Arbitrary<T> arbitrary) {
    this.arbitrary = arbitrary;
  }

  static <T> Arbitrary<T> made(Arbitrary<T> arbitrary) {
    return new Ready<>(arbitrary);
  }

  @SafeVarargs
  static <T> Arbitrary<T> oneOf(Arbitrary<? extends T>... choices) {
    List<Arbitrary<? extends T>> all = new ArrayList<>();
    for (Arbitrary<? extends T> choice : choices) {
      all.add(made(choice));
    }
    return made(Arbitraries.oneOf(all));
  }

  @SafeVarargs
  static <T> Arbitrary<T> frequencyOf(Tuple.Tuple2<Integer, ? extends Arbitrary<? extends T>>... choices) {
    List<Tuple.Tuple2<Integer, Arbitrary<T>>> all = new ArrayList<>();
    for (Tuple.Tuple2<Integer, ? extends Arbitrary<? extends T>> choice : choices) {
      all.add(Tuple.of(choice.get1(), made(choice.get2().<T>map(value -> value))));
    }
    return made(Arbitraries.frequencyOf(all));
  }

  @Override
  public RandomGenerator<T> generator(int size) {
    if (made == null) {
      made = arbitrary.generator(size, false);
    }
    return made;
  }

  @Override
  public EdgeCases<T> edgeCases(int most) {
    return EdgeCases.none();
  }

  @Override
  public boolean isGeneratorMemoizable() {
    return false;
  }
}
