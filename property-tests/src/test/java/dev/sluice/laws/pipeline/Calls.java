package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Action.Ask;
import dev.sluice.laws.pipeline.Action.Limits;
import dev.sluice.laws.pipeline.Pipelines.Part;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of calls. */
final class Calls {
  /** The first is that of calls which were given none. */
  private static final List<String> NAMES = List.of("call", "a", "b");
  /** Different for each name, so that of calls which are made at once no two rest equally long. */
  private static final List<Integer> BACKOFFS = List.of(8, 20, 50);

  private Calls() {}

  static Arbitrary<Action> any(Part part, Arbitrary<List<Action>> onFailure) {
    Arbitrary<Action> plain =
        Combinators.combine(paths(part), Values.texts(part, 0), Values.texts(part, 0), onFailure).as(Action.Call::new);
    Arbitrary<Ask> one = Arbitraries.of(0, 1, 2).flatMap(which -> ask(part, which, onFailure));
    return Ready.frequencyOf(
        Tuple.of(3, plain),
        Tuple.of(1, Ready.made(one).map(Action.CallAs::new)),
        Tuple.of(1, several(part, onFailure).map(Action.All::new)),
        // Failure steps of calls of which the first counts have no part in it.
        Tuple.of(1, Combinators.combine(names(), several(part, Arbitraries.just(List.of())), onFailure)
            .as(Action.First::new)));
  }

  static Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  private static Arbitrary<List<Ask>> several(Part part, Arbitrary<List<Action>> onFailure) {
    Arbitrary<Ask> call = Ready.made(ask(part, 0, onFailure));
    Arbitrary<Ask> a = Ready.made(ask(part, 1, onFailure));
    Arbitrary<Ask> b = Ready.made(ask(part, 2, onFailure));
    return Ready.oneOf(
        Combinators.combine(a, b).as((first, second) -> List.of(first, second)),
        Combinators.combine(b, call, a).as((first, second, third) -> List.of(first, second, third)));
  }

  private static Arbitrary<Ask> ask(Part part, int which, Arbitrary<List<Action>> onFailure) {
    return Combinators.combine(
        Arbitraries.of("GET", "GET", "POST", "PUT", "DELETE"), paths(part), Values.texts(part, 0),
        Values.texts(part, 0),
        limits(BACKOFFS.get(which)), onFailure)
        .as((method, path, header, body, limits, failed) -> new Ask(
            NAMES.get(which), isConstant(path) ? method : "GET", path, header, body, limits, failed));
  }

  /** Only such paths go with other methods than GET. */
  private static boolean isConstant(Text path) {
    return path instanceof Text.Literal(String literal) && literal.startsWith("/");
  }

  private static Arbitrary<Limits> limits(int backoff) {
    return Combinators.combine(
        Arbitraries.of(700, 5000), Arbitraries.of(0, 1, 2), Arbitraries.of(0, backoff), Arbitraries.of(0, 0, 1))
        .as(Limits::new);
  }

  private static Arbitrary<Text> paths(Part part) {
    return Ready.oneOf(
        Arbitraries.of("/ok", "/404", "/500", "/reset", "/never", "/slow", "/later", "/cut").map(Text.Literal::new),
        Values.texts(part, 0));
  }
}
