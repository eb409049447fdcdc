package dev.sluice.laws.fault;

import dev.sluice.dsl.SluicePlugin;
import dev.sluice.examples.apikeys.ApiKeys;
import dev.sluice.examples.requireuser.RequireUser;
import dev.sluice.examples.singleuser.SingleUser;
import dev.sluice.examples.tenant.Tenant;
import dev.sluice.laws.Traffic;
import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.GeneratedPlugin;
import dev.sluice.laws.pipeline.Num;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipeline.Ring;
import dev.sluice.laws.pipeline.Question;
import dev.sluice.laws.pipeline.Text;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A plugin that hosts fail, with what comes to it. */
record Subject(String name, Supplier<SluicePlugin> plugin, String configuration, List<Traffic> traffic) {
  private static final Text A = new Text.Header("x-a");
  private static final Text BODY = new Text.Body(100);

  /** Examples, and pipelines with all that holds or changes a stream. */
  static Stream<Subject> all() {
    return Stream.concat(examples(), pipelines());
  }

  private static Stream<Subject> examples() {
    Request anonymous = Request.get("/a");
    Request user = anonymous.header("x-user-id", "ann");
    return Stream.of(
        new Subject("require-user", RequireUser::new, "", traffic(anonymous, user)),
        new Subject("single-user", SingleUser::new, "",
            traffic(anonymous, user, user.header("x-user-id", "bob"))),
        new Subject("tenant", Tenant::new, "acme", traffic(anonymous)),
        new Subject("api-keys", ApiKeys::new, "{\"default\": {\"keys\": [\"correct-horse\"]}}",
            traffic(anonymous, anonymous.header("x-api-key", "correct-horse"))));
  }

  static Stream<Subject> pipelines() {
    Action refuse = new Action.Respond(403, new Text.Path(), new Text.Literal("no"));
    return Stream.of(
        pipeline("guard behind a call", List.of(
            new Action.Call(new Text.Literal("/ok"), A, BODY, List.of()),
            new Action.When(new Question.AnswerStatus(200), List.of(), List.of(refuse)),
            new Action.When(new Question.Missing(A), List.of(refuse), List.of())), List.of(), List.of()),
        pipeline("bodies", List.of(
            new Action.When(new Question.Contains(BODY, "bad"), List.of(refuse), List.of()),
            new Action.SetBody(100, new Text.Joined(BODY, new Text.Literal("!")))),
            List.of(new Action.SetHeader("x-length", BODY), new Action.SetBody(100, new Text.Upper(BODY))),
            List.of(new Action.Log(new Text.ResponseHeader(":status")))),
        pipeline("streams", List.of(new Action.Replace("a", "bb")), List.of(new Action.Replace("up", "down")),
            List.of()),
        pipeline("headers", List.of(
            new Action.RenameHeader("x-a", "x-b"), new Action.AppendHeader("x-b", new Text.Literal("c")),
            new Action.AddHeader("x-c", A), new Action.RemoveHeader("x-d"), new Action.Bind("v", A),
            new Action.SetPath(new Text.Literal("/b"))),
            List.of(new Action.SetHeader("x-v", new Text.Ref("v")), new Action.KeepHeaders("x-v", "x-w")),
            List.of(new Action.Log(new Text.Ref("v")))),
        pipeline("calls on the way out", List.of(), List.of(
            new Action.Call(new Text.Literal("/slow"), A, new Text.Literal(""), List.of(new Action.SetStatus(404))),
            new Action.SetHeader("x-answer", new Text.AnswerHeader("x-answer"))), List.of()),
        pipeline("calls at once", List.of(
            new Action.All(List.of(ask("a", 0), ask("b", 8, new Action.Log(A)))),
            new Action.When(new Question.AnswerStatusOf("a", 200), List.of(), List.of(refuse)),
            new Action.First("call", List.of(ask("a", 0), ask("b", 20)), List.of()),
            new Action.SetHeader("x-c", new Text.AnswerBody())), List.of(), List.of()),
        pipeline("trailers", List.of(
            new Action.AddTrailer("x-t", A, List.of(new Action.Log(A))),
            new Action.When(new Question.Is(new Text.Trailer("x-t", 100), "1"), List.of(), List.of(refuse))),
            List.of(new Action.SetTrailer("x-u", new Text.Path(), List.of()), new Action.RemoveTrailer("x-t")),
            List.of(new Action.Log(new Text.Trailer("x-u", 0)))),
        pipeline("state", List.of(
            new Action.AddCount(A, new Num.Fixed(1), "v"),
            new Action.When(new Question.Missing(new Text.Ref("v")), List.of(refuse), List.of()),
            new Action.UpdateShared("k", "w", new Text.Literal("1")), new Action.SetShared("l", A),
            new Action.When(new Question.Is(new Text.Shared("k"), "1"), List.of(), List.of(refuse)),
            new Action.PutCache(A, A), new Action.TakeToken("w", List.of(new Action.SetOwn(A)))),
            List.of(new Action.SetState(A), new Action.SetHeader("x-a", new Text.State()),
                new Action.Count(A, new Num.Fixed(1)), new Action.Sample(new Num.Length(new Text.Own()))),
            List.of(new Action.Log(new Text.Known("nodeId")), new Action.SetGauge(new Num.Fixed(1)))));
  }

  private static Action.Ask ask(String name, int backoff, Action... onFailure) {
    return new Action.Ask(name, "POST", new Text.Literal("/ok"), A, A, new Action.Limits(700, 1, backoff, 0),
        List.of(onFailure));
  }

  private static Subject pipeline(String name, List<Action> request, List<Action> response, List<Action> log) {
    Request plain = Request.post("/a", "bad").header("x-d", "1");
    return new Subject(name, GeneratedPlugin::new, new Pipeline(List.of(new Ring(request, response, log))).json(),
        traffic(Request.get("/a"), plain, Request.of("POST", "/a").pieces("a", "b", "a").header("x-a", "1")));
  }

  private static List<Traffic> traffic(Request... requests) {
    Response answer = Response.of(200, "").pieces("up", "stream").header("x-w", "1").trailer("x-t", "1");
    return Stream.of(requests)
        .flatMap(request -> Stream.of(answer, Response.of(200, "up"))
            .map(given -> new Traffic(request, given, false, false)))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
