package dev.sluice.dsl;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.step.Step;
import org.junit.jupiter.api.Test;

class PluginTest {
  private static final Step A = setHeader("a", "1");
  private static final Step B = setHeader("b", "1");

  @Test
  void theOrderOfRequestAndResponseDoesNotMatter() {
    assertEquals(plugin("p").request(A).response(B), plugin("p").response(B).request(A));
  }

  @Test
  void repeatedPartsAreOnePart() {
    assertEquals(plugin("p").request(A, B), plugin("p").request(A).request(B));
    assertEquals(plugin("p").response(A, B), plugin("p").response(A).response(B));
  }

  @Test
  void aFilterBetweenPartsSeparatesThem() {
    Filter between = request(B);
    assertEquals(request(A).then(between).then(request(B)),
        plugin("p").request(A).with(between).request(B).filter());
    assertNotEquals(plugin("p").request(A, B).filter(), plugin("p").request(A).with(between).filter());
  }

  @Test
  void stepsGivenToAPluginNeverChangeAFilterThatItUses() {
    Filter shared = request(A);
    plugin("p").with(shared).request(B);
    shared.request(B);
    assertEquals(request(A), shared);
  }

  @Test
  void failsClosedWith503UnlessToldOtherwise() {
    assertEquals(new FailurePolicy.Closed(503), plugin("p").onFailure());
    assertEquals(new FailurePolicy.Closed(500), plugin("p").failClosed(500).onFailure());
    assertEquals(new FailurePolicy.Open(), plugin("p").failClosed(500).failOpen().onFailure());
    assertThrows(IllegalArgumentException.class, () -> plugin("p").failClosed(100));
  }

  @Test
  void pluginsAreEqualByContent() {
    assertEquals(plugin("p").request(A), plugin("p").request(A));
    assertEquals(plugin("p").request(A).hashCode(), plugin("p").request(A).hashCode());
    assertNotEquals(plugin("p").request(A), plugin("q").request(A));
    assertNotEquals(plugin("p").request(A), plugin("p").request(B));
    assertNotEquals(plugin("p").request(A), plugin("p").request(A).failOpen());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> plugin(null));
    assertThrows(IllegalArgumentException.class, () -> plugin(" "));
    assertThrows(IllegalArgumentException.class, () -> plugin("p").with((Filter) null));
    assertThrows(IllegalArgumentException.class, () -> Filter.none().then(null));
  }
}
