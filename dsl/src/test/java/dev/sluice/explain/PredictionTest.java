package dev.sluice.explain;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is predicted is what happens: the calls of every exchange are those of one of the predicted ways. */
class PredictionTest {
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyExchangeTakesAPredictedWay(
      @ForAll("filters") Filter filter, @ForAll("hosts") FakeHost host) {
    Explanation explanation = Explanation.of(settings -> plugin("p").with(filter));
    PluginCallbacks callbacks = Plugins.configured(plugin("p").with(filter), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    explanation.request().forEach(ways -> check(ways, host));
    if (host.answered() == 0) {
      host.calls().clear();
      callbacks.onResponseHeaders(Plugins.STREAM, 0, true);
      explanation.response().forEach(ways -> check(ways, host));
    }
  }

  private static void check(Ways ways, FakeHost host) {
    List<String> calls = host.hostcalls();
    String outcome = host.answered() == 0 ? "continues" : "answers " + host.answered();
    assertTrue(ways.shortest().get().cost() <= calls.size(), () -> ways + " but was " + calls);
    assertTrue(ways.longest().get().cost() >= calls.size(), () -> ways + " but was " + calls);
    ways.all()
        .forEach(all -> assertTrue(
            all.exists(way -> way.hostcalls().asJava().equals(calls) && way.outcome().equals(outcome)),
            () -> all + " but was " + calls + " " + outcome + " " + host.lines()));
  }

  @Provide
  Arbitrary<FakeHost> hosts() {
    return Combinators.combine(
        Arbitraries.of("/", "/a", "/a?q=1", "/a?q=%0a"), Arbitraries.of("a", "b", "").list().ofMaxSize(2),
        Arbitraries.of("a", "b").list().ofMaxSize(1), Arbitraries.of("200", "404", "503"))
        .as((target, x, y, status) -> {
          FakeHost host = FakeHost.get(target).status(status);
          x.forEach(value -> host.request("x", value).response("x", value));
          y.forEach(value -> host.request("y", value).response("y", value));
          return host;
        });
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<Step[]> steps = steps(2).list().ofMaxSize(3).map(list -> list.toArray(Step[]::new));
    Arbitrary<Filter> one = Combinators.combine(steps, steps).as((in, out) -> request(in).response(out));
    return one.list().ofMaxSize(2).map(list -> list.stream().reduce(Filter.none(), Filter::then));
  }

  private static Arbitrary<TextValue> texts() {
    return Arbitraries.of(header("x"), header("y"), header("x").single(), path(), query("q"),
        header("y").ignoringCase(), requestHeader("x"), headerValues("y").first(), cookie("x"),
        header("x").orElse(header("y")), header("y").orElse(query("q")).orElse("d").upperCase(),
        header("x").single().orElse(path()), template("{}{}", header("x"), method()), now().asTimestamp(),
        randomUuid());
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> simple = Combinators.combine(texts(), Arbitraries.integers().between(0, 2))
        .as((text, kind) -> switch (kind) {
          case 0 -> text.missing();
          case 1 -> text.absent();
          default -> text.is("a");
        });
    simple = Arbitraries.oneOf(simple, Arbitraries.of(header("x").is(header("y")), headerValues("x").any().is("a"),
        headerValues("y").count().greaterThan(1), pathTemplate("/{a}"), randomNumber(2).is(0),
        now().epochSeconds().modulo(2).is(1), header("x").in(headerValues("y")), header("x").asLong().absent()));
    return depth == 0 ? simple
        : Arbitraries.oneOf(simple,
            conditions(depth - 1).map(Condition::not),
            Combinators.combine(conditions(depth - 1), conditions(depth - 1)).as(Condition::and),
            Combinators.combine(conditions(depth - 1), conditions(depth - 1)).as(Condition::or));
  }

  private static Arbitrary<Step> steps(int depth) {
    Arbitrary<Step> simple = Arbitraries.oneOf(
        Arbitraries.of("x", "y").map(name -> setHeader(name, "a")),
        Combinators.combine(Arbitraries.of("x", "y"), texts()).as((name, text) -> setHeader(name, text)),
        Combinators.combine(Arbitraries.of("x", "y"), texts()).as((name, text) -> addHeader(name, text)),
        Arbitraries.of("x", "y").map(name -> removeHeader(name)),
        texts().map(text -> log(LogLevel.INFO, text)),
        Arbitraries.integers().between(201, 203).map(status -> respond(status)));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<Step> part = steps(depth - 1);
    return Arbitraries.oneOf(simple, Combinators.combine(conditions(depth), part, part)
        .as((condition, yes, no) -> when(condition).then(yes).otherwise(no)));
  }
}
