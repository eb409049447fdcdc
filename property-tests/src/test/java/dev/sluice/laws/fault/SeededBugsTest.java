package dev.sluice.laws.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.laws.Case;
import dev.sluice.laws.place.PipelineHost;
import dev.sluice.laws.reference.Reference;
import dev.sluice.laws.reference.Uses;
import dev.sluice.testkit.property.Search.Counterexample;
import org.junit.jupiter.api.Test;

/** The properties find planted mistakes within a normal build, and make the case small. See docs/property-tests.md. */
class SeededBugsTest {
  /** Lines of a screen, and characters of a line. */
  private static final int SCREEN = 24 * 80;
  private static final int PAIRS = 300;

  @Test
  void aLostResume() {
    Counterexample<Case> found = find(SeededBug.LOST_RESUME);
    assertSmall(found, 1);
    assertTrue(found.failure().getMessage().contains("is held for good"), found.failure().getMessage());
  }

  @Test
  void aStaleContentLength() {
    Counterexample<Case> found = find(SeededBug.STALE_CONTENT_LENGTH);
    assertSmall(found, 1);
    assertTrue(found.failure().getMessage().contains("content-length"), found.failure().getMessage());
  }

  @Test
  void repeatedHeadersThatAreMerged() {
    Counterexample<Case> found = find(SeededBug.REPEATED_HEADERS_MERGED);
    assertSmall(found, 1);
  }

  private static Counterexample<Case> find(SeededBug bug) {
    try (PipelineHost broken = PipelineHost.of(bug.engine())) {
      return Case.search()
          .tries(PAIRS)
          .find(one -> assertEquals(
              Reference.run(one.pipeline(), one.traffic()), broken.run(one.pipeline(), one.traffic())))
          .getOrElseThrow(() -> new AssertionError(bug + " is not found"));
    }
  }

  private static void assertSmall(Counterexample<Case> found, int steps) {
    String shown = found.value() + "\n" + found.failure().getMessage();
    assertTrue(shown.length() < SCREEN, shown);
    assertEquals(steps, Uses.steps(found.value().pipeline()), shown);
  }
}
