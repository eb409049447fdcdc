package dev.sluice.dsl;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.LogLevel;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.step.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Filters are a monoid: as data, and in what they do to an exchange. */
class FilterLawsTest {
  @Property(edgeCases = EdgeCasesMode.NONE)
  void noneIsTheIdentity(@ForAll("filters") Filter filter, @ForAll("targets") String target) {
    assertEquals(filter, Filter.none().then(filter));
    assertEquals(filter, filter.then(Filter.none()));
    assertEquals(effects(filter, target), effects(Filter.none().then(filter), target));
    assertEquals(effects(filter, target), effects(filter.then(Filter.none()), target));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void thenIsAssociative(
      @ForAll("filters") Filter f, @ForAll("filters") Filter g, @ForAll("filters") Filter h,
      @ForAll("targets") String target) {
    assertEquals(f.then(g).then(h), f.then(g.then(h)));
    assertEquals(effects(f.then(g).then(h), target), effects(f.then(g.then(h)), target));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void equalFiltersHaveEqualHashes(@ForAll("filters") Filter f, @ForAll("filters") Filter g) {
    assertEquals(f.then(g).hashCode(), Filter.none().then(f).then(g).hashCode());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aPluginsWithIsThen(@ForAll("filters") Filter f, @ForAll("filters") Filter g) {
    assertEquals(plugin("p").with(f.then(g)), plugin("p").with(f).with(g));
    assertEquals(plugin("p").with(f.then(g)), plugin("p").with(f, g));
  }

  /** Everything a host sees of an exchange. */
  private static List<String> effects(Filter filter, String target) {
    FakeHost host = FakeHost.get(target);
    Plugins.exchange(host, filter);
    return List.of(
        host.calls().toString(),
        host.lines().toString(),
        host.sent().toString(),
        host.requestHeader("x-t").toString(),
        host.responseHeader("x-t").toString());
  }

  @Provide
  Arbitrary<String> targets() {
    return Arbitraries.of("/a", "/b", "/a?b", "/");
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<Step[]> steps = steps(2).list().ofMaxSize(3).map(list -> list.toArray(Step[]::new));
    Arbitrary<Filter> one = Arbitraries.oneOf(
        Arbitraries.just(Filter.none()),
        steps.map(Sluice::request),
        steps.map(Sluice::response),
        Combinators.combine(steps, steps).as((in, out) -> request(in).response(out)));
    return one.list().ofMaxSize(3).map(list -> list.stream().reduce(Filter.none(), Filter::then));
  }

  private static Arbitrary<Step> steps(int depth) {
    Arbitrary<Step> simple = Arbitraries.oneOf(
        Arbitraries.integers().between(0, 99).map(i -> addHeader("x-t", "v" + i)),
        Arbitraries.of("x-t", "x-u").map(name -> setHeader(name, header("x-t"))),
        Arbitraries.just(removeHeader("x-t")),
        Arbitraries.just(log(LogLevel.INFO, path())),
        Arbitraries.just(when(header("x-t").single().absent()).addHeader("x-t", "single")),
        Arbitraries.integers().between(200, 205).map(status -> respond(status, "done")));
    if (depth == 0) {
      return simple;
    }
    return Arbitraries.oneOf(simple, Combinators.combine(steps(depth - 1), steps(depth - 1))
        .as((yes, no) -> when(path().startsWith("/a")).then(yes).otherwise(no)));
  }
}
