package dev.sluice.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.laws.place.PipelineHost;
import dev.sluice.laws.reference.Reference;
import dev.sluice.testkit.property.Search;
import org.junit.jupiter.api.Test;

/** What generated pipelines do to generated traffic: the same by the reference, by the engine and by its module. */
class DifferentialTest {
  private static final int TRIES = Integer.getInteger("laws.tries", 300);

  @Test
  void theEngineDoesWhatPipelinesMean() {
    try (PipelineHost host = PipelineHost.jvm()) {
      check(host);
    }
  }

  private static void check(PipelineHost host) {
    Search.of(Case.any())
        .tries(TRIES)
        .find(one -> assertEquals(
            Reference.run(one.pipeline(), one.traffic()), host.run(one.pipeline(), one.traffic())))
        .forEach(found -> {
          throw new AssertionError("try " + found.number() + "\n" + found.value() + "\n" + found.failure(), found.failure());
        });
  }
}
