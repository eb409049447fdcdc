package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipelines.Part;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of what pipelines read out of JSON, change in it and make of it. */
final class Jsons {
  private Jsons() {}

  static Arbitrary<Text> texts(Part part, Arbitrary<Text> inner, Arbitrary<Num> numbers) {
    return Ready.frequencyOf(
        Tuple.of(3, Combinators.combine(documents(part, inner), pointers()).as(Text.JsonAt::new)),
        Tuple.of(1, Combinators.combine(Arbitraries.of("json", "template"), inner, numbers).as(Text.Filled::new)));
  }

  private static Arbitrary<Text> documents(Part part, Arbitrary<Text> inner) {
    return Ready.frequencyOf(
        Tuple.of(part == Part.LOG ? 0 : 4, Arbitraries.of(1000, 1000, 20).map(Text.Body::new)),
        Tuple.of(2, Documents.any().map(Documents::characters).map(Text.Literal::new)),
        Tuple.of(1, inner));
  }

  static Arbitrary<Action> steps(Part part) {
    Arbitrary<Text> texts = Values.texts(part, 1);
    return Ready.frequencyOf(
        Tuple.of(4,
            Combinators.combine(Arbitraries.of(1000, 1000, 20), changes(part).list().ofMaxSize(3), statuses(400),
                statuses(422)).as(Action.EditBody::new)),
        Tuple.of(1, Combinators.combine(Arbitraries.of(200, 403), texts).as(Action.RespondJson::new)));
  }

  /** Of a branch, 0 where none is given. */
  private static Arbitrary<Integer> statuses(int status) {
    return Arbitraries.of(0, status);
  }

  private static Arbitrary<Change> changes(Part part) {
    Arbitrary<Text> texts = Values.texts(part, 1);
    Arbitrary<Text> jsons = documents(part, texts);
    return Ready.oneOf(
        Combinators.combine(pointers(), texts).as(Change.SetText::new),
        Combinators.combine(pointers(), Values.numbers(part)).as(Change.SetNumber::new),
        Combinators.combine(pointers(), jsons).as(Change.SetJson::new),
        places().map(Change.Remove::new),
        Combinators.combine(places(), Arbitraries.of("a", "b", "c", "new", "0", "-", "~/")).as(Change.Rename::new),
        Combinators
            .combine(pointers(), Arbitraries.of("", "", "OBJECT", "ARRAY", "STRING", "NUMBER", "BOOLEAN", "NULL"))
            .as(Change.Require::new));
  }

  private static Arbitrary<String> pointers() {
    return Ready.frequencyOf(Tuple.of(8, places()), Tuple.of(1, Arbitraries.just("")));
  }

  private static Arbitrary<String> places() {
    return Arbitraries.of("/a", "/a", "/b", "/a/b", "/b/a", "/c/a/b", "/0", "/1", "/a/0", "/a/-", "/-", "/01", "/~0",
        "/",
        "/a~1b", "/new");
  }
}
