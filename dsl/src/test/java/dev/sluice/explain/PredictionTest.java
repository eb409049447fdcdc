package dev.sluice.explain;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Cache;
import dev.sluice.step.Step;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is predicted is what happens: the calls of every exchange are those of one of the predicted ways. */
class PredictionTest {
  private static final Cache CACHE = cache("c", 4, Duration.ofSeconds(1));

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyExchangeTakesAPredictedWay(
      @ForAll("filters") Filter filter, @ForAll("hosts") FakeHost host) {
    Explanation explanation = Explanation.of(settings -> plugin("p").with(filter));
    PluginCallbacks callbacks = Plugins.configured(plugin("p").with(filter), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    explanation.request().forEach(ways -> check(ways, host));
    if (host.answered() == 0 && !host.hostcalls().contains("proxy_close_stream")) {
      host.calls().clear();
      callbacks.onResponseHeaders(Plugins.STREAM, 0, true);
      explanation.response().forEach(ways -> check(ways, host));
    }
  }

  private static void check(Ways ways, FakeHost host) {
    // Where there are too many combinations to tell, nothing is predicted.
    Assume.that(ways.shortest().isDefined());
    List<String> calls = host.hostcalls();
    String outcome = host.answered() != 0 ? "answers " + host.answered()
        : calls.contains("proxy_close_stream") ? "resets the stream" : "continues";
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
    Arbitrary<Step[]> in = Arbitraries.oneOf(steps(2), steps(2), rewrites())
        .list()
        .ofMaxSize(3)
        .map(list -> list.toArray(Step[]::new));
    Arbitrary<Step[]> out = steps(2).list().ofMaxSize(3).map(list -> list.toArray(Step[]::new));
    Arbitrary<Filter> one = Combinators.combine(in, out).as((before, after) -> request(before).response(after));
    return one.list().ofMaxSize(2).map(list -> list.stream().reduce(Filter.none(), Filter::then));
  }

  private static Arbitrary<TextValue> texts() {
    return Arbitraries.of(header("x"), header("y"), header("x").single(), path(), query("q"),
        header("y").ignoringCase(), requestHeader("x"), headerValues("y").first(), cookie("x"),
        header("x").orElse(header("y")), header("y").orElse(query("q")).orElse("d").upperCase(),
        header("x").single().orElse(path()), template("{}{}", header("x"), method()), now().asTimestamp(), randomUuid(),
        sharedData("x"), CACHE.get(header("x")), sharedCounter("n").value().asText(),
        json("[\"{}\"]", header("y")));
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
        Combinators.combine(Arbitraries.of("x", "y"), texts()).as((name, text) -> appendHeader(name, text)),
        Arbitraries.of(renameHeader("x", "y"), removeHeadersStartingWith("x"), keepHeaders("x"),
            removeHeaders("x", "y", "z"), removeHeaders("x", "y")),
        texts().map(text -> setHeaders(java.util.Map.of("x", "a")).header("y", text)),
        texts().map(text -> log(LogLevel.INFO, text)),
        texts().map(text -> setSharedData("x", text)),
        texts().map(text -> updateSharedData("x", "old", text)),
        texts().map(text -> CACHE.put(header("x"), text)),
        texts().map(text -> sharedCounter("n", 4).add(text).as("count")),
        texts().map(text -> tokenBucket("b", 4, 1, Duration.ofSeconds(1)).take(text).as("left")),
        texts().map(text -> counter("c").tag("t", text, 2).increment()),
        texts().map(text -> setProperty("x", text)),
        texts().map(text -> callForeign("f", text).onFailure(setHeader("y", "b"))),
        texts().map(text -> enqueue("q", text).onFailure(setHeader("y", "b"))),
        Arbitraries.of(gauge("g").add(1), histogram("h").record(header("x").asLong()), resetStream()),
        Arbitraries.integers().between(201, 203).map(status -> respond(status)),
        texts().map(text -> respond(204, text).header("x", text)),
        texts().map(text -> redirect(302, text)));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<Step> part = steps(depth - 1);
    return Arbitraries.oneOf(
        simple,
        Combinators.combine(conditions(depth), part, part)
            .as((condition, yes, no) -> when(condition).then(yes).otherwise(no)),
        Combinators.combine(conditions(0), conditions(0), part, part)
            .as((first, second, yes, no) -> choose(when(first).then(yes), when(second).then(no)).otherwise(yes)));
  }

  private static Arbitrary<Step> rewrites() {
    return Arbitraries.oneOf(
        texts().map(text -> setPath(text)),
        texts().map(text -> setQueryParameter("q", text)),
        texts().map(text -> setMethod(text)),
        Arbitraries.of(setPath("/b"), stripPrefix("/a"), rewritePath("a", "b"), removeQueryParameter("q"),
            setAuthority("b"), reroute(), reroute().onFailure(setHeader("x", "a"))));
  }
}
