package dev.sluice.check;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.LogLevel;
import dev.sluice.step.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that never run, questions that are no questions, changes that nobody sees. */
class OrderFindingsTest {
  @Test
  void aStepBehindAReply() {
    assertEquals(
        List.of("error unreachable-step at request/2 setHeader: what stands before it always ends this part;"
            + " take it out, or put it before that"),
        Checked.request(respond(403), setHeader("a", "1"), setHeader("b", "2")));
    Step either = when(path().is("/")).then(respond(200)).otherwise(redirect(302, "/"));
    assertEquals(
        List.of("error unreachable-step at request/2 log: what stands before it always ends this part;"
            + " take it out, or put it before that"),
        Checked.request(sequence(either), log(LogLevel.INFO, "never")));
    assertEquals(
        List.of("error unreachable-step at filter 2/request/1 log: what stands before it always ends this part;"
            + " take it out, or put it before that"),
        Checked.plugin(plugin("p").with(request(respond(403)), request(log(LogLevel.INFO, "never")))));
  }

  @Test
  void aStepBehindAReplyOnSomeWays() {
    assertEquals(List.of(), Checked.request(when(path().is("/")).respond(403), setHeader("a", "1")));
    assertEquals(List.of(), Checked.request(
        call(cluster("c"), get("/")).onFailure(respond(500)), setHeader("a", answer().body())));
  }

  @Test
  void aConditionOfNothing() {
    assertEquals(
        List.of(
            "warning always-false at request/1 when: \"never\" never holds here; take it out, or ask what was meant"),
        Checked.request(when(anyOf()).respond(403)));
    assertEquals(
        List.of("warning always-true at request/1 when: \"always\" always holds here;"
            + " take the question out and keep the steps"),
        Checked.request(when(allOf()).setHeader("a", "1")));
  }

  @Test
  void aConditionOfLiterals() {
    assertEquals(
        List.of("warning always-false at request/1 when: \"\"a\" is \"b\"\" never holds here;"
            + " take it out, or ask what was meant"),
        Checked.request(when(text("a").is("b")).respond(403)));
    assertEquals(
        List.of("warning always-true at request/1 when: \"3 is greater than 2\" always holds here;"
            + " take the question out and keep the steps"),
        Checked.request(when(number(3).greaterThan(2)).setHeader("a", "1")));
  }

  @Test
  void aConditionAndItsOpposite() {
    assertEquals(1, Checked.request(when(header("a").missing().and(header("a").missing().not())).respond(403)).size());
    assertEquals(1,
        Checked.request(when(header("a").missing().or(header("a").missing().not())).setHeader("b", "1")).size());
    assertEquals(List.of(), Checked.request(when(randomNumber(2).is(0).and(randomNumber(2).is(0).not())).respond(403)));
  }

  @Test
  void theSameConditionWithin() {
    assertEquals(
        List.of("warning always-true at request/1 when/1 when: \"header a is missing\" always holds here:"
            + " it is settled by request/1 when; take the question out and keep the steps"),
        Checked.request(when(header("a").missing()).then(when(header("a").missing()).setHeader("b", "1"))));
    assertEquals(
        List.of("warning always-false at request/2 when: \"header a is missing\" never holds here:"
            + " it is settled by request/1 when; take it out, or ask what was meant"),
        Checked.request(when(header("a").missing()).respond(403), when(header("a").missing()).setHeader("b", "1")));
    assertEquals(List.of(), Checked.request(
        when(header("a").missing()).then(setHeader("a", "1"), when(header("a").missing()).setHeader("b", "1"))));
  }

  @Test
  void aValueThatIsKnown() {
    assertEquals(1, Checked.request(
        when(path().is("/a")).then(when(path().is("/b")).setHeader("b", "1"))).size());
    assertEquals(1, Checked.request(
        when(path().is("/a/b")).then(when(path().startsWith("/a/")).setHeader("b", "1"))).size());
    assertEquals(List.of(), Checked.request(
        when(path().startsWith("/a/")).then(when(path().is("/a/b")).setHeader("b", "1"))));
  }

  @Test
  void aCaseThatIsNeverReached() {
    assertEquals(
        List.of("warning shadowed at request/1 choose/case 2: \"path starts with \"/v1/x\"\" never holds here:"
            + " it is settled by request/1 choose/case 1; put it before that one, or take it out"),
        Checked.request(choose(
            when(path().startsWith("/v1")).setHeader("a", "1"),
            when(path().startsWith("/v1/x")).setHeader("a", "2"))));
    assertEquals(
        List.of("warning shadowed at request/1 when/otherwise/1 when: \"path is \"/\" and method is \"GET\"\" never"
            + " holds here: it is settled by request/1 when; put it before that one, or take it out"),
        Checked.request(when(path().is("/")).setHeader("a", "1")
            .otherwise(when(path().is("/").and(method().is("GET"))).setHeader("a", "2"))));
  }

  @Test
  void aQuestionWithoutSteps() {
    assertEquals(
        List.of("warning empty-branch at request/1 when: nothing depends on this condition;"
            + " give it steps, or take it out"),
        Checked.request(when(path().is("/")).then()));
  }

  @Test
  void aChangeBeforeAReply() {
    assertEquals(
        List.of("warning lost-change at request/1 when/1 setHeader: the respond behind it takes the place of this"
            + " request; give what the client is to get to the reply: respond(..).header(..)"),
        Checked.request(when(path().is("/")).then(setHeader("retry-after", "1"), respond(429))));
    assertEquals(1, Checked.response(setHeader("a", "1"), log(LogLevel.INFO, "b"), respond(502)).size());
    assertEquals(List.of(),
        Checked.request(when(path().is("/")).then(setHeader("a", path()), respond(200, header("a")))));
    assertEquals(List.of(), Checked.request(when(path().is("/"))
        .then(setHeader("a", "1"), call(cluster("c"), get("/").header("a", header("a"))), respond(200))));
  }

  @Test
  void whatThePlannerRefuses() {
    assertEquals(
        List.of(
            "error refused at log/1 setHeader: the stream is over when its log is written: change it in a request or"
                + " response part; put it where it can work"),
        Checked.plugin(plugin("p").log(setHeader("a", "1"))));
  }

  @Test
  void anIntervalThatIsTooShort() {
    assertEquals(
        List.of(
            "warning fast-interval at every 5 ms: ticks come a millisecond apart at the closest, to each worker, and"
                + " late where it is busy; give 10 ms or more"),
        Checked.plugin(plugin("p").every(Duration.ofMillis(5), log(LogLevel.INFO, "a"))));
  }

  @Test
  void pipelinesOfAnyDepth() {
    Step step = setHeader("a", "1");
    for (int i = 0; i < 20_000; i++) {
      step = when(header("x-" + i).missing()).respond(403).otherwise(step);
    }
    assertEquals(List.of(), Checked.request(step));
  }
}
