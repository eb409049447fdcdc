package dev.sluice.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.laws.pipeline.Action;
import dev.sluice.laws.pipeline.Change;
import dev.sluice.laws.pipeline.Num;
import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipeline.Ring;
import dev.sluice.laws.pipeline.Question;
import dev.sluice.laws.pipeline.Text;
import dev.sluice.laws.place.PipelineHost;
import dev.sluice.laws.reference.Reference;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the properties have found in the engine, and what was mended since. */
class FoundTest {
  private static final Text ONE = new Text.Literal("one");
  private static final Text OK = new Text.Literal("/ok");
  private static final Text BODY = new Text.Body(100);
  private static final Action REPLY = new Action.Respond(403, ONE, new Text.Literal("inner"));

  private static PipelineHost jvm;
  private static PipelineHost wasm;

  @BeforeAll
  static void start() {
    jvm = PipelineHost.jvm();
    wasm = PipelineHost.wasm();
  }

  @AfterAll
  static void close() {
    jvm.close();
    wasm.close();
  }

  static Stream<Pipeline> found() {
    return Stream.of(
        // An outer response part read the upstream's body in the place of the one that an inner part had answered with.
        new Pipeline(List.of(response(new Action.SetHeader("x-a", BODY)), response(REPLY))),
        // What it made of that body was lost.
        new Pipeline(List.of(response(new Action.SetBody(100, new Text.Upper(BODY))), response(REPLY))),
        new Pipeline(List.of(response(new Action.Replace("inner", "outer")), response(REPLY))),
        // A transform for the reply of an inner part changed that of the outer one as well.
        new Pipeline(List.of(response(new Action.Replace("inner", "outer"), REPLY), response(REPLY))),
        // A call could not send what the call before it had been answered.
        new Pipeline(List.of(request(call(ONE), call(new Text.AnswerBody())))),
        // What a response part had bound was not there in the log.
        new Pipeline(List.of(new Ring(List.of(), List.of(new Action.Bind("v", new Text.Header("x-a"))),
            List.of(new Action.Log(new Text.Ref("v")))))),
        // A module that held a stream for the second time went by memory that other callbacks had written since.
        new Pipeline(List.of(request(call(ONE), new Action.When(new Question.AnyIs("x-a", "a"), List.of(), List.of()),
            new Action.Call(OK, ONE, new Text.Literal("text/event-stream"), List.of()), call(new Text.Header("x-a")),
            new Action.SetHeader("x-b", new Text.AnswerBody())))),
        // Of calls that were waited for together the last one's failure steps ran first.
        new Pipeline(List.of(request(new Action.All(List.of(
            failing("a", new Action.AddHeader("x-b", ONE)), failing("b", new Action.AddHeader("x-b", OK))))))),
        // What was asked for the failure of one of them was answered by a call of the same name in another's steps.
        new Pipeline(List.of(request(new Action.All(List.of(
            failing("a", new Action.Call(OK, ONE, ONE, List.of())), failing("call", REPLY)))))),
        // Where all had failed of which the first was to count, the answer before them was taken for theirs.
        new Pipeline(List.of(request(call(ONE),
            new Action.First("call", List.of(failing("a")), List.of(new Action.Log(ONE))),
            new Action.SetHeader("x-b", new Text.AnswerBody())))),
        // A trailer that was added behind a call came with a content-length, which HTTP/1.1 has no trailers with.
        new Pipeline(List.of(response(call(ONE), new Action.AddTrailer("x-t", ONE, List.of())))),
        new Pipeline(List.of(
            response(call(ONE), new Action.RemoveTrailer("x-t"), new Action.AddTrailer("x-t", ONE, List.of())))),
        // To count nothing failed, since hosts refuse that: a client's zero was answered with 503.
        new Pipeline(List.of(request(new Action.Count(ONE, new Num.Fixed(0))))),
        // A reply got trailers, which were lost, where those of the upstream had come meanwhile.
        new Pipeline(List.of(response(new Action.AddTrailer("x-t", ONE, List.of())), response(call(ONE)),
            response(REPLY))),
        // The same of those that a filter inside had added to the upstream's message.
        new Pipeline(List.of(response(call(ONE), new Action.Log(new Text.Trailer("x-t", 100))),
            response(new Action.Call(OK, new Text.Body(1), ONE, List.of())),
            response(new Action.SetTrailer("x-t", ONE, List.of())))),
        // What was to be put in the place of shared data was made, where it has another text to fall back on, before what was
        // there had been read.
        new Pipeline(List.of(request(new Action.SetShared("k", OK),
            new Action.UpdateShared("k", "v", new Text.OrElse(new Text.Ref("v"), ONE)),
            new Action.Log(new Text.Shared("k"))))),
        // A member stood where one of its new name had stood, not behind the others.
        renamed("{\"a\":1,\"b\":2,\"c\":3}", "/a"),
        // Of two of its new name one stayed.
        renamed("{\"a\":1,\"b\":2,\"b\":3}", "/a"),
        // An element was put in the place of another.
        new Pipeline(List.of(response(new Action.SetBody(100, new Text.Literal("[1,2]")),
            new Action.EditBody(100, List.of(new Change.Rename("/0", "0")), 0, 0)))));
  }

  private static Pipeline renamed(String json, String pointer) {
    return new Pipeline(List.of(response(new Action.SetBody(100, new Text.Literal(json)),
        new Action.EditBody(100, List.of(new Change.Rename(pointer, "b")), 0, 0))));
  }

  private static Action.Ask failing(String name, Action... onFailure) {
    return new Action.Ask(name, "GET", new Text.Literal("/500"), ONE, ONE, Action.Limits.STANDARD, List.of(onFailure));
  }

  private static Action call(Text header) {
    return new Action.Call(OK, header, ONE, List.of());
  }

  private static Ring request(Action... steps) {
    return new Ring(List.of(steps), List.of(), List.of());
  }

  private static Ring response(Action... steps) {
    return new Ring(List.of(), List.of(steps), List.of());
  }

  @ParameterizedTest
  @MethodSource("found")
  void isAsItIsMeant(Pipeline pipeline) {
    Request request = Request.get("/").header("x-a", "a");
    Response answer = Response.of(200, "up").header("x-a", "b");
    for (Response given : List.of(answer, answer.trailer("x-t", "t"))) {
      Traffic traffic = new Traffic(request, given, false, false);
      Observed meant = Reference.run(pipeline, traffic);
      assertEquals(meant, jvm.run(pipeline, traffic), "on the JVM");
      assertEquals(meant, wasm.run(pipeline, traffic), "in wasm");
    }
  }
}
