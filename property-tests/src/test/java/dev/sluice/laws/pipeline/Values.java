package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipelines.Part;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of texts and conditions. */
final class Values {
  private Values() {}

  static Arbitrary<String> names() {
    return Arbitraries.of("x-a", "x-a", "x-b", "x-c", "content-type", "etag", "accept-encoding", "authorization",
        "cookie");
  }

  /** Names of headers that may be repeated; of others Envoy makes one field. */
  static Arbitrary<String> lists() {
    return Arbitraries.of("x-a", "x-a", "x-b", "x-c", "accept-encoding");
  }

  static Arbitrary<String> trailers() {
    return Arbitraries.of("x-t", "x-t", "x-u");
  }

  static Arbitrary<String> variables() {
    return Arbitraries.of("v", "w");
  }

  static Arbitrary<String> parameters() {
    return Arbitraries.of("q", "id", "ab", "p q");
  }

  static Arbitrary<Integer> limits() {
    return Arbitraries.of(1000, 1000, 5, 0);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of("a", "b", "", "ann", "a, b", "/a", "12", "\u00e9", "text/event-stream");
  }

  static Arbitrary<Text> texts(Part part, int depth) {
    Arbitrary<Text> simple = Ready.frequencyOf(
        Tuple.of(4, words().map(Text.Literal::new)),
        Tuple.of(4, names().map(Text.Header::new)),
        Tuple.of(1, names().map(Text.Single::new)),
        Tuple.of(1, names().map(Text.RequestHeader::new)),
        Tuple.of(3, Arbitraries.of(new Text.Path(), new Text.Method(), new Text.Authority(), new Text.QueryString())),
        Tuple.of(2, parameters().map(Text.Query::new)),
        Tuple.of(2, variables().map(Text.Ref::new)),
        Tuple.of(2, Arbitraries.of(new Text.AnswerBody(), new Text.AnswerHeader("x-answer"))),
        Tuple.of(1, Calls.names().map(Text.AnswerOf::new)),
        Tuple.of(1, States.texts()),
        Tuple.of(1, Combinators.combine(trailers(), limits()).as(Text.Trailer::new)),
        Tuple.of(part == Part.LOG ? 0 : 2, limits().map(Text.Body::new)),
        Tuple.of(part == Part.LOG ? 0 : 1, Combinators.combine(limits(), Arbitraries.of(0, 413, 200),
            Arbitraries.of(0, 403)).as(Text.BoundedBody::new)),
        Tuple.of(part == Part.REQUEST ? 0 : 2, names().map(Text.ResponseHeader::new)));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<Text> inner = texts(part, depth - 1);
    return Ready.frequencyOf(
        Tuple.of(5, simple),
        Tuple.of(1, Combinators.combine(inner, inner).as(Text.OrElse::new)),
        Tuple.of(1, inner.map(Text.Upper::new)),
        Tuple.of(3, WordValues.texts(inner, numbers(part))),
        Tuple.of(2, FormatValues.texts(inner)),
        Tuple.of(2, Jsons.texts(part, inner, numbers(part))),
        Tuple.of(1, Combinators.combine(inner, inner).as(Text.Joined::new)));
  }

  static Arbitrary<Num> numbers(Part part) {
    return WordValues.numbers(texts(part, 0));
  }

  static Arbitrary<Question> questions(Part part, int depth) {
    Arbitrary<Text> texts = texts(part, 0);
    Arbitrary<Question> simple = Ready.frequencyOf(
        Tuple.of(2, texts.map(Question.Missing::new)),
        Tuple.of(2, texts.map(Question.Absent::new)),
        Tuple.of(2, Combinators.combine(texts, words()).as(Question.Is::new)),
        Tuple.of(1, Combinators.combine(texts, words()).as(Question.StartsWith::new)),
        Tuple.of(1, Combinators.combine(texts, words()).as(Question.Contains::new)),
        Tuple.of(1, Combinators.combine(texts, texts).as(Question.Same::new)),
        Tuple.of(1, Combinators.combine(names(), words()).as(Question.AnyIs::new)),
        Tuple.of(1, Combinators.combine(names(), Arbitraries.of(0, 1, 2)).as(Question.MoreThan::new)),
        Tuple.of(1, Arbitraries.of(200, 404).map(Question.AnswerStatus::new)),
        Tuple.of(1,
            Combinators.combine(Calls.names(), Arbitraries.of(200, 404, 503, 504)).as(Question.AnswerStatusOf::new)),
        Tuple.of(2, WordValues.questions(texts, words(), numbers(part))),
        Tuple.of(1, Arbitraries.of(FormatValues.TEMPLATES).map(Question.PathIsLike::new)),
        Tuple.of(1,
            Arbitraries.of("x-a: a", "x-c: ", ":method: GET", ":status: 200", "x-b: 12", "content-type: text/plain")
                .map(Question.LineIs::new)),
        Tuple.of(part == Part.REQUEST ? 0 : 2,
            Combinators.combine(Arbitraries.of(200, 300, 400), Arbitraries.of(0, 4, 99, 199))
                .as((from, more) -> new Question.StatusBetween(from, from + more))));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<Question> inner = questions(part, depth - 1);
    return Ready.frequencyOf(
        Tuple.of(4, simple),
        Tuple.of(1, Combinators.combine(inner, inner).as(Question.And::new)),
        Tuple.of(1, Combinators.combine(inner, inner).as(Question.Or::new)),
        Tuple.of(1, inner.list().ofMaxSize(3).map(Question.AllOf::new)),
        Tuple.of(1, inner.list().ofMaxSize(3).map(Question.AnyOf::new)),
        Tuple.of(1, inner.map(Question.Not::new)));
  }
}
