package dev.sluice.laws.pipeline;

import dev.sluice.laws.pipeline.Pipeline.Ring;
import java.util.ArrayList;
import java.util.List;

/** Pipelines like another one without a filter or step, or with a branch in the place of the step that it belongs to. */
public final class Smaller {
  private Smaller() {}

  public static List<Pipeline> than(Pipeline pipeline) {
    List<Pipeline> all = new ArrayList<>();
    for (int i = 0; i < pipeline.rings().size(); i++) {
      all.add(new Pipeline(replaced(pipeline.rings(), i, List.of())));
      Ring ring = pipeline.rings().get(i);
      List<Ring> rings = new ArrayList<>();
      than(ring.request()).forEach(steps -> rings.add(new Ring(steps, ring.response(), ring.log())));
      than(ring.response()).forEach(steps -> rings.add(new Ring(ring.request(), steps, ring.log())));
      than(ring.log()).forEach(steps -> rings.add(new Ring(ring.request(), ring.response(), steps)));
      for (Ring one : rings) {
        all.add(new Pipeline(replaced(pipeline.rings(), i, List.of(one))));
      }
    }
    return all.stream().map(Pipelines::sound).toList();
  }

  private static List<List<Action>> than(List<Action> steps) {
    List<List<Action>> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(replaced(steps, i, List.of()));
      for (List<Action> branch : branches(steps.get(i))) {
        if (!branch.isEmpty()) {
          all.add(replaced(steps, i, branch));
        }
      }
      for (Action smaller : than(steps.get(i))) {
        all.add(replaced(steps, i, List.of(smaller)));
      }
    }
    return all;
  }

  private static List<List<Action>> branches(Action step) {
    return switch (step) {
      case Action.When(var question, var then, var otherwise) -> List.of(then, otherwise);
      case Action.Choose(var cases, var otherwise) -> {
        List<List<Action>> all = new ArrayList<>(cases.stream().map(Action.Case::then).toList());
        all.add(otherwise);
        yield all;
      }
      case Action.Call call -> List.of(call.onFailure());
      case Action.TakeToken take -> List.of(take.onEmpty());
      case Action.Sequence(var steps) -> List.of(steps);
      case Action.SetTrailer set -> List.of(set.onFailure());
      case Action.AddTrailer add -> List.of(add.onFailure());
      case Action.CallAs(var ask) ->
        List.of(ask.onFailure(), List.of(new Action.Call(ask.path(), ask.header(), ask.body(), List.of())));
      case Action.All(var calls) -> calls.stream().map(ask -> List.<Action>of(new Action.CallAs(ask))).toList();
      case Action.First(var name, var calls, var onFailure) -> {
        List<List<Action>> all =
            new ArrayList<>(calls.stream().map(ask -> List.<Action>of(new Action.CallAs(ask))).toList());
        all.add(onFailure);
        yield all;
      }
      default -> List.of();
    };
  }

  private static List<Action> than(Action step) {
    List<Action> all = new ArrayList<>();
    switch (step) {
      case Action.When(var question, var then, var otherwise) -> {
        than(then).forEach(steps -> all.add(new Action.When(question, steps, otherwise)));
        than(otherwise).forEach(steps -> all.add(new Action.When(question, then, steps)));
      }
      case Action.Choose(var cases, var otherwise) ->
        than(otherwise).forEach(steps -> all.add(new Action.Choose(cases, steps)));
      case Action.Call(var path, var header, var body, var onFailure) ->
        than(onFailure).forEach(steps -> all.add(new Action.Call(path, header, body, steps)));
      case Action.Sequence(var inner) -> than(inner).forEach(steps -> all.add(new Action.Sequence(steps)));
      case Action.TakeToken(var left, var onEmpty) ->
        than(onEmpty).forEach(steps -> all.add(new Action.TakeToken(left, steps)));
      case Action.SetTrailer(var name, var value, var onFailure) ->
        than(onFailure).forEach(steps -> all.add(new Action.SetTrailer(name, value, steps)));
      case Action.AddTrailer(var name, var value, var onFailure) ->
        than(onFailure).forEach(steps -> all.add(new Action.AddTrailer(name, value, steps)));
      case Action.EditBody(var limit, var changes, var malformed, var mismatch) -> {
        for (int i = 0; i < changes.size(); i++) {
          all.add(new Action.EditBody(limit, replaced(changes, i, List.of()), malformed, mismatch));
        }
      }
      case Action.CallAs(var ask) -> than(ask).forEach(one -> all.add(new Action.CallAs(one)));
      case Action.All(var calls) -> fewer(calls).forEach(some -> all.add(new Action.All(some)));
      case Action.First(var name, var calls, var onFailure) -> {
        fewer(calls).forEach(some -> all.add(new Action.First(name, some, onFailure)));
        than(onFailure).forEach(steps -> all.add(new Action.First(name, calls, steps)));
      }
      default -> {
        // A step without parts.
      }
    }
    return all;
  }

  private static List<Action.Ask> than(Action.Ask ask) {
    List<Action.Ask> all = new ArrayList<>();
    if (!ask.limits().equals(Action.Limits.STANDARD)) {
      all.add(new Action.Ask(ask.name(), ask.method(), ask.path(), ask.header(), ask.body(), Action.Limits.STANDARD,
          ask.onFailure()));
    }
    than(ask.onFailure()).forEach(steps -> all.add(new Action.Ask(ask.name(), ask.method(), ask.path(), ask.header(),
        ask.body(), ask.limits(), steps)));
    return all;
  }

  private static List<List<Action.Ask>> fewer(List<Action.Ask> calls) {
    List<List<Action.Ask>> all = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.size() > 1) {
        all.add(replaced(calls, i, List.of()));
      }
      for (Action.Ask smaller : than(calls.get(i))) {
        all.add(replaced(calls, i, List.of(smaller)));
      }
    }
    return all;
  }

  private static <T> List<T> replaced(List<T> all, int at, List<T> by) {
    List<T> other = new ArrayList<>(all.subList(0, at));
    other.addAll(by);
    other.addAll(all.subList(at + 1, all.size()));
    return List.copyOf(other);
  }
}
