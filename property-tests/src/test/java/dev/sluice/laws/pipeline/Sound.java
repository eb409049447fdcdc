package dev.sluice.laws.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a generated pipeline one that can be planned: what is named before it is bound, and answers before there is a
 * call, become literals. Done behind the generators, so that what they make still shrinks.
 */
final class Sound {
  private static final Text UNBOUND = new Text.Literal("unbound");

  private final Set<String> bound = new HashSet<>();
  private final Set<String> called = new HashSet<>();

  /** Made with others: where a reply ended the waiting for them, an answer may come while something else is waited for. */
  private final Set<String> loose = new HashSet<>();

  /** Whether the part is a log that the trailers of a response may still be seen in, in whose place another was given. */
  private boolean lost;

  static Pipeline of(Pipeline pipeline) {
    Sound sound = new Sound();
    boolean keepsResponses = pipeline.rings().stream().allMatch(ring -> ring.response().isEmpty());
    List<List<Action>> requests = pipeline.rings().stream().map(ring -> sound.part(ring.request())).toList();
    List<List<Action>> responses = new ArrayList<>();
    List<List<Action>> logs = new ArrayList<>();
    pipeline.rings().reversed().forEach(ring -> responses.addFirst(sound.part(ring.response())));
    sound.lost = !keepsResponses;
    pipeline.rings().reversed().forEach(ring -> logs.addFirst(sound.part(ring.log())));
    List<Pipeline.Ring> rings = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      rings.add(new Pipeline.Ring(requests.get(i), responses.get(i), logs.get(i)));
    }
    return new Pipeline(List.copyOf(rings));
  }

  private List<Action> part(List<Action> steps) {
    List<Action> sound = steps(steps);
    called.removeAll(loose);
    return sound;
  }

  private List<Action> steps(List<Action> steps) {
    List<Action> sound = new ArrayList<>();
    steps.forEach(step -> sound.add(step(step)));
    return List.copyOf(sound);
  }

  private Action step(Action step) {
    return switch (step) {
      case Action.SetHeader(var name, var value) -> new Action.SetHeader(name, text(value));
      case Action.AddHeader(var name, var value) -> new Action.AddHeader(name, text(value));
      case Action.AppendHeader(var name, var value) -> new Action.AppendHeader(name, text(value));
      case Action.SetOwn(var value) -> new Action.SetOwn(text(value));
      case Action.SetShared(var key, var value) -> new Action.SetShared(key, text(value));
      case Action.UpdateShared(var key, var old, var value) -> {
        bound.add(old);
        yield new Action.UpdateShared(key, old, text(value));
      }
      case Action.AddCount(var key, var number, var as) -> {
        Action.AddCount sound = new Action.AddCount(text(key), number(number), as);
        bound.add(as);
        yield sound;
      }
      case Action.PutCache(var key, var value) -> new Action.PutCache(text(key), text(value));
      case Action.TakeToken(var left, var onEmpty) -> {
        bound.add(left);
        yield new Action.TakeToken(left, aside(onEmpty));
      }
      case Action.SetState(var value) -> new Action.SetState(text(value));
      case Action.Count(var tag, var number) -> new Action.Count(text(tag), number(number));
      case Action.AddGauge(var number) -> new Action.AddGauge(number(number));
      case Action.SetGauge(var number) -> new Action.SetGauge(number(number));
      case Action.Sample(var sample) -> new Action.Sample(number(sample));
      case Action.SetTrailer(var name, var value, var onFailure) ->
        new Action.SetTrailer(name, text(value), aside(onFailure));
      case Action.AddTrailer(var name, var value, var onFailure) ->
        new Action.AddTrailer(name, text(value), aside(onFailure));
      case Action.SetPath(var path) -> new Action.SetPath(text(path));
      case Action.SetQuery(var name, var value) -> new Action.SetQuery(name, text(value));
      case Action.SetAuthority(var authority) -> new Action.SetAuthority(text(authority));
      case Action.Bind(var name, var value) -> {
        Text sound = text(value);
        bound.add(name);
        yield new Action.Bind(name, sound);
      }
      case Action.SetBody(var limit, var text) -> new Action.SetBody(limit, text(text));
      case Action.EditBody(var limit, var changes, var malformed, var mismatch) ->
        new Action.EditBody(limit, changes.stream().map(this::change).toList(), malformed, mismatch);
      case Action.RespondJson(var status, var body) -> new Action.RespondJson(status, text(body));
      case Action.Respond(var status, var header, var body) -> new Action.Respond(status, text(header), text(body));
      case Action.Call(var path, var header, var body, var onFailure) -> {
        Text soundPath = text(path);
        Text soundHeader = text(header);
        Text soundBody = text(body);
        called.add("call");
        yield new Action.Call(soundPath, soundHeader, soundBody, aside(onFailure));
      }
      case Action.CallAs(var ask) -> new Action.CallAs(failing(asked(ask)));
      case Action.All(var calls) -> {
        List<Action.Ask> sound = calls.stream().map(this::asked).toList();
        calls.forEach(ask -> loose.add(ask.name()));
        yield new Action.All(sound.stream().map(this::failing).toList());
      }
      case Action.First(var name, var calls, var onFailure) -> {
        Set<String> before = Set.copyOf(called);
        List<Action.Ask> sound = new ArrayList<>();
        for (Action.Ask ask : calls) {
          sound.add(asked(ask));
          called.retainAll(before);
          called.add(name);
        }
        yield new Action.First(name, sound, aside(onFailure));
      }
      case Action.When(var question, var then, var otherwise) -> {
        Question sound = question(question);
        yield new Action.When(sound, steps(then), steps(otherwise));
      }
      case Action.Choose(var cases, var otherwise) -> {
        List<Action.Case> sound = cases.stream()
            .map(one -> new Action.Case(question(one.question()), steps(one.then())))
            .toList();
        yield new Action.Choose(sound, steps(otherwise));
      }
      case Action.Sequence(var steps) -> new Action.Sequence(steps(steps));
      case Action.SetHeaders(var first, var firstValue, var second, var secondValue) ->
        // Of one name twice the first is not read, not even waited for.
        new Action.SetHeaders(first, first.equals(second) ? UNBOUND : text(firstValue), second, text(secondValue));
      case Action.SetMethod(var method) -> new Action.SetMethod(text(method));
      case Action.SetWhole(var text) -> new Action.SetWhole(text(text));
      case Action.Redirect(var status, var location, var anySite) ->
        new Action.Redirect(status, text(location), anySite);
      case Action.Increment(var tag) -> new Action.Increment(text(tag));
      case Action.Log(var text) -> new Action.Log(text(text));
      default -> step;
    };
  }

  private Action.Ask asked(Action.Ask ask) {
    Action.Ask sound = new Action.Ask(ask.name(), ask.method(), text(ask.path()), text(ask.header()), text(ask.body()),
        ask.limits(), ask.onFailure());
    called.add(ask.name());
    return sound;
  }

  private Action.Ask failing(Action.Ask ask) {
    return new Action.Ask(ask.name(), ask.method(), ask.path(), ask.header(), ask.body(), ask.limits(),
        aside(ask.onFailure()));
  }

  /** Failure branches are planned behind all others: what they bind is not known before. */
  private List<Action> aside(List<Action> steps) {
    Set<String> before = Set.copyOf(bound);
    Set<String> calls = Set.copyOf(called);
    List<Action> sound = steps(steps);
    bound.retainAll(before);
    called.retainAll(calls);
    return sound;
  }

  private Text text(Text text) {
    return switch (text) {
      case Text.Ref(var name) -> bound.contains(name) ? text : UNBOUND;
      case Text.Trailer(var name, var limit) -> lost ? UNBOUND : text;
      case Text.AnswerBody() -> called.contains("call") ? text : UNBOUND;
      case Text.AnswerHeader(var name) -> called.contains("call") ? text : UNBOUND;
      case Text.AnswerOf(var name) -> called.contains(name) ? text : UNBOUND;
      case Text.Counted(var key) -> new Text.Counted(text(key));
      case Text.Cached(var key) -> new Text.Cached(text(key));
      case Text.AsText(var number) -> new Text.AsText(number(number));
      case Text.Made(var word, var inner) -> new Text.Made(word, text(inner));
      case Text.MadeWith(var word, var inner, var first, var second) ->
        new Text.MadeWith(word, text(inner), first, second);
      case Text.Format(var word, var inner) -> new Text.Format(word, text(inner));
      case Text.JsonAt(var inner, var pointer) -> new Text.JsonAt(text(inner), pointer);
      case Text.Filled(var word, var inner, var number) -> new Text.Filled(word, text(inner), number(number));
      case Text.OrElse(var first, var other) -> new Text.OrElse(text(first), text(other));
      case Text.Upper(var inner) -> new Text.Upper(text(inner));
      case Text.Joined(var first, var second) -> new Text.Joined(text(first), text(second));
      default -> text;
    };
  }

  private Change change(Change change) {
    return switch (change) {
      case Change.SetText(var pointer, var value) -> new Change.SetText(pointer, text(value));
      case Change.SetNumber(var pointer, var value) -> new Change.SetNumber(pointer, number(value));
      case Change.SetJson(var pointer, var json) -> new Change.SetJson(pointer, text(json));
      default -> change;
    };
  }

  private Num number(Num number) {
    return switch (number) {
      case Num.Fixed fixed -> fixed;
      case Num.Port port -> port;
      case Num.Calculated(var word, var first, var second) ->
        new Num.Calculated(word, number(first), number(second));
      case Num.AsLong(var text) -> new Num.AsLong(text(text));
      case Num.Length(var text) -> new Num.Length(text(text));
    };
  }

  private Question question(Question question) {
    return switch (question) {
      case Question.Missing(var text) -> new Question.Missing(text(text));
      case Question.Absent(var text) -> new Question.Absent(text(text));
      case Question.Is(var text, var other) -> new Question.Is(text(text), other);
      case Question.StartsWith(var text, var prefix) -> new Question.StartsWith(text(text), prefix);
      case Question.Contains(var text, var part) -> new Question.Contains(text(text), part);
      case Question.Same(var text, var other) -> new Question.Same(text(text), text(other));
      case Question.AnswerStatusOf(var name, var status) ->
        called.contains(name) ? question : new Question.Absent(UNBOUND);
      case Question.AnswerStatus(var status) -> called.contains("call") ? question : new Question.Absent(UNBOUND);
      case Question.Asked(var word, var text, var other) -> new Question.Asked(word, text(text), other);
      case Question.Compared(var word, var number, var other) -> new Question.Compared(word, number(number), other);
      case Question.AllOf(var questions) -> new Question.AllOf(questions.stream().map(this::question).toList());
      case Question.AnyOf(var questions) -> new Question.AnyOf(questions.stream().map(this::question).toList());
      case Question.And(var first, var second) -> new Question.And(question(first), question(second));
      case Question.Or(var first, var second) -> new Question.Or(question(first), question(second));
      case Question.Not(var inner) -> new Question.Not(question(inner));
      default -> question;
    };
  }
}
