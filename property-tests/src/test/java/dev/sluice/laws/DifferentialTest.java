package dev.sluice.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.laws.place.PipelineHost;
import dev.sluice.laws.reference.Reference;
import org.junit.jupiter.api.Test;

/**
 * What generated pipelines do to generated traffic: the same by the reference, by the engine on the JVM and by the
 * engine's module in the embedded host. See docs/property-tests.md.
 */
class DifferentialTest {
  private static final int PAIRS = Integer.getInteger("laws.pairs", 300);
  private static final long SEED = Long.getLong("laws.seed", 1);

  @Test
  void theEngineDoesWhatPipelinesMean() {
    try (PipelineHost jvm = PipelineHost.jvm(); PipelineHost wasm = PipelineHost.wasm()) {
      Law.holds(Case.search().tries(PAIRS).seed(SEED), one -> {
        Observed meant = Reference.run(one.pipeline(), one.traffic());
        assertEquals(meant, jvm.run(one.pipeline(), one.traffic()), "on the JVM");
        assertEquals(meant, wasm.run(one.pipeline(), one.traffic()), "in wasm");
      });
    }
  }
}
