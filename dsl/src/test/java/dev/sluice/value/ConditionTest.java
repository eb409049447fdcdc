package dev.sluice.value;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.fake.Plugins.holds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.fake.FakeHost;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  /** A condition and what it means, worked out by Java itself. */
  record Meaning(Condition condition, Predicate<Set<String>> truth) {}

  @Provide
  Arbitrary<Meaning> meanings() {
    return meanings(4);
  }

  private static Arbitrary<Meaning> meanings(int depth) {
    Arbitrary<Meaning> leaf =
        Arbitraries.of(NAMES).map(name -> new Meaning(header(name).present(), there -> there.contains(name)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Meaning> part = meanings(depth - 1);
    return Arbitraries.oneOf(leaf,
        part.map(m -> new Meaning(m.condition.not(), m.truth.negate())),
        Combinators.combine(part, part).as((m, n) -> new Meaning(m.condition.and(n.condition), m.truth.and(n.truth))),
        Combinators.combine(part, part).as((m, n) -> new Meaning(m.condition.or(n.condition), m.truth.or(n.truth))),
        part.list().ofMaxSize(3).map(ConditionTest::all),
        part.list().ofMaxSize(3).map(ConditionTest::any));
  }

  private static Meaning all(List<Meaning> parts) {
    return new Meaning(allOf(parts.stream().map(Meaning::condition).toArray(Condition[]::new)),
        there -> parts.stream().allMatch(part -> part.truth.test(there)));
  }

  private static Meaning any(List<Meaning> parts) {
    return new Meaning(anyOf(parts.stream().map(Meaning::condition).toArray(Condition[]::new)),
        there -> parts.stream().anyMatch(part -> part.truth.test(there)));
  }

  private static FakeHost host(Set<String> there) {
    FakeHost host = FakeHost.get("/");
    there.forEach(name -> host.request(name, "1"));
    return host;
  }

  @Provide
  Arbitrary<Set<String>> present() {
    return Arbitraries.of(NAMES).set();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void anyConditionMeansWhatItSays(@ForAll("meanings") Meaning meaning, @ForAll("present") Set<String> there) {
    assertEquals(meaning.truth.test(there), holds(host(there), meaning.condition));
    assertEquals(!meaning.truth.test(there), holds(host(there), not(meaning.condition)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void noHeaderIsReadTwice(@ForAll("meanings") Meaning meaning, @ForAll("present") Set<String> there) {
    FakeHost host = host(there);
    holds(host, meaning.condition);
    assertEquals(Set.copyOf(host.calls()).size(), host.calls().size());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void andIsAssociativeAsData(
      @ForAll("meanings") Meaning a, @ForAll("meanings") Meaning b, @ForAll("meanings") Meaning c) {
    Condition x = a.condition;
    Condition y = b.condition;
    Condition z = c.condition;
    assertEquals(x.and(y).and(z), x.and(y.and(z)));
    assertEquals(x.or(y).or(z), x.or(y.or(z)));
    assertEquals(x, x.not().not());
  }

  @Test
  void whatNoLongerMattersIsNotAsked() {
    FakeHost host = host(Set.of("a"));
    assertTrue(holds(host, header("a").present().or(header("b").present())));
    assertEquals(List.of("proxy_get_header_map_value a"), host.calls());
    host = host(Set.of());
    assertFalse(holds(host, header("a").present().and(header("b").present())));
    assertEquals(List.of("proxy_get_header_map_value a"), host.calls());
  }

  @Test
  void allOfNothingHoldsAndAnyOfNothingDoesNot() {
    assertTrue(holds(FakeHost.get("/"), allOf()));
    assertFalse(holds(FakeHost.get("/"), anyOf()));
    assertFalse(holds(FakeHost.get("/"), allOf().not()));
    assertTrue(holds(FakeHost.get("/"), anyOf().not()));
  }

  @Test
  void tenThousandConditionsNeedNoStack() {
    Condition all = header("a").present();
    Condition nested = header("a").present();
    for (int i = 0; i < 10_000; i++) {
      nested = i % 2 == 0 ? nested.and(header("b").absent()) : nested.or(header("b").present());
    }
    for (int i = 0; i < 3_000; i++) {
      all = all.and(header("b").absent());
    }
    assertTrue(holds(host(Set.of("a")), all));
    assertTrue(holds(host(Set.of("a")), nested));
    assertFalse(holds(host(Set.of()), nested));
  }

  @Test
  void nullsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> header("a").absent().and(null));
    assertThrows(IllegalArgumentException.class, () -> header("a").absent().or(null));
    assertThrows(IllegalArgumentException.class, () -> not(null));
    assertThrows(IllegalArgumentException.class, () -> allOf(header("a").absent(), null));
    assertThrows(IllegalArgumentException.class, () -> when(null));
  }

  @Test
  void describedInWords() {
    assertEquals("header a is missing and (path is \"/\" or not (header b is absent))",
        header("a").missing().and(path().is("/").or(header("b").absent().not())).describe());
    assertEquals("status is one of 301, 302", status().in(301, 302).describe());
    assertEquals("query parameter q matches /x+/", query("q").matches("x+").describe());
  }
}
