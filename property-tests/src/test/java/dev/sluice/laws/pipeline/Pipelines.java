package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipeline.Ring;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of pipelines over the whole language. */
public final class Pipelines {
  private static final int MOST_STEPS = 4;
  private static final int MOST_RINGS = 3;
  private static final int DEEPEST = 2;

  private Pipelines() {}

  /** Up to three filters. */
  public static Arbitrary<Pipeline> any() {
    return Ready.made(ring()).list().ofMaxSize(MOST_RINGS).map(Pipeline::new).map(Pipelines::sound);
  }

  /** The same where it can be planned; else what cannot is replaced. */
  public static Pipeline sound(Pipeline pipeline) {
    return Sound.of(pipeline);
  }

  /** The same in a filter that tells the log in the end what outlives the stream, where anything does. */
  public static Pipeline told(Pipeline pipeline) {
    return pipeline.toString().matches(".*\\\"(SetShared|UpdateShared|AddCount|PutCache|SetState)\\\".*")
        ? States.told(pipeline)
        : pipeline;
  }

  /** One filter as it comes, to be put into a pipeline that is made {@link #sound}. */
  public static Arbitrary<Ring> ring() {
    Arbitrary<List<Action>> none = Arbitraries.just(List.of());
    return Combinators.combine(
        Ready.frequencyOf(Tuple.of(4, steps(Part.REQUEST, DEEPEST)), Tuple.of(1, none)),
        Ready.frequencyOf(Tuple.of(2, steps(Part.RESPONSE, DEEPEST)), Tuple.of(1, none)),
        Ready.frequencyOf(Tuple.of(1, steps(Part.LOG, 1)), Tuple.of(3, none))).as(Ring::new);
  }

  private static Arbitrary<List<Action>> steps(Part part, int depth) {
    return Ready.made(Steps.of(part, depth).list().ofMaxSize(depth == DEEPEST ? MOST_STEPS : 2));
  }

  /** A part of a filter. */
  enum Part {
    REQUEST, RESPONSE, LOG
  }

  /** Steps. */
  static final class Steps {
    private Steps() {}

    static Arbitrary<Action> of(Part part, int depth) {
      Arbitrary<Action> simple = part == Part.LOG ? logs(part)
          : Ready.frequencyOf(
              Tuple.of(6, headers(part)), Tuple.of(2, logs(part)), Tuple.of(2, bodies(part)),
              Tuple.of(2, part == Part.REQUEST ? rewrites() : Arbitraries.of(200, 404, 503).map(Action.SetStatus::new)),
              Tuple.of(2, replies(part)), Tuple.of(2, Jsons.steps(part)));
      if (depth == 0) {
        return simple;
      }
      return Ready.frequencyOf(Tuple.of(4, simple),
          Tuple.of(part == Part.LOG ? 0 : 1, Others.steps(part, steps(part, depth - 1))),
          Tuple.of(2, whens(part, depth - 1)),
          Tuple.of(1, choices(part, depth - 1)),
          Tuple.of(part == Part.LOG ? 0 : 1, States.steps(part, steps(part, depth - 1))),
          Tuple.of(part == Part.LOG ? 0 : 1, trailers(part, steps(part, depth - 1))),
          Tuple.of(part == Part.LOG ? 0 : 1, Calls.any(part, steps(part, depth - 1))));
    }

    private static Arbitrary<Action> headers(Part part) {
      Arbitrary<String> names = Values.names();
      Arbitrary<Text> texts = Values.texts(part, 1);
      return Ready.oneOf(
          Combinators.combine(names, texts).as(Action.SetHeader::new),
          Combinators.combine(Values.lists(), texts).as(Action.AddHeader::new),
          Combinators.combine(Values.lists(), texts).as(Action.AppendHeader::new),
          names.map(Action.RemoveHeader::new),
          Arbitraries.of("x-", "x-a", "y").map(Action.RemoveStartingWith::new),
          Combinators.combine(names, names).as(Action.KeepHeaders::new),
          Combinators.combine(Values.lists(), Values.lists())
              .filter((from, to) -> !from.equals(to))
              .as(Action.RenameHeader::new));
    }

    private static Arbitrary<Action> logs(Part part) {
      return Ready.oneOf(
          Values.texts(part, 1).map(Action.Log::new),
          Combinators.combine(Values.variables(), Values.texts(part, 1)).as(Action.Bind::new));
    }

    private static Arbitrary<Action> bodies(Part part) {
      return Ready.oneOf(
          Combinators.combine(Values.limits(), Values.texts(part, 1)).as(Action.SetBody::new),
          Combinators.combine(Arbitraries.of("a", "ab", "secret", "aa"), Arbitraries.of("", "b", "xyz", "a"))
              .as(Action.Replace::new));
    }

    private static Arbitrary<Action> trailers(Part part, Arbitrary<List<Action>> onFailure) {
      Arbitrary<Text> texts = Values.texts(part, 1);
      return Ready.oneOf(
          Combinators.combine(Values.trailers(), texts, onFailure).as(Action.SetTrailer::new),
          Combinators.combine(Values.trailers(), texts, onFailure).as(Action.AddTrailer::new),
          Values.trailers().map(Action.RemoveTrailer::new));
    }

    private static Arbitrary<Action> rewrites() {
      Arbitrary<Text> texts = Values.texts(Part.REQUEST, 1);
      Arbitrary<String> prefixes = Arbitraries.of("/", "/a", "/a/b", "/v1");
      return Ready.oneOf(
          texts.map(Action.SetPath::new),
          Combinators.combine(Arbitraries.of("/", "/b", "/api/c").map(Text.Literal::new), texts)
              .as(Text.Joined::new)
              .map(Action.SetPath::new),
          Combinators.combine(prefixes, prefixes).as(Action.ReplacePrefix::new),
          Combinators.combine(Values.parameters(), texts).as(Action.SetQuery::new),
          Values.parameters().map(Action.RemoveQuery::new),
          Combinators.combine(Arbitraries.of("a", "b.test").map(Text.Literal::new), texts)
              .as(Text.Joined::new)
              .map(Action.SetAuthority::new));
    }

    private static Arbitrary<Action> replies(Part part) {
      return Combinators.combine(Arbitraries.of(200, 204, 403, 503), Values.texts(part, 0), Values.texts(part, 0))
          .as(Action.Respond::new);
    }

    private static Arbitrary<Action> whens(Part part, int depth) {
      return Combinators.combine(Values.questions(part, 1), steps(part, depth), steps(part, depth))
          .as(Action.When::new);
    }

    private static Arbitrary<Action> choices(Part part, int depth) {
      Arbitrary<Action.Case> cases =
          Combinators.combine(Values.questions(part, 0), steps(part, depth)).as(Action.Case::new);
      return Combinators.combine(cases.list().ofMinSize(1).ofMaxSize(2), steps(part, depth)).as(Action.Choose::new);
    }
  }
}
