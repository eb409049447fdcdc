package dev.sluice.laws;

import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipelines;
import dev.sluice.laws.reference.Uses;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A pipeline and what it is to do something to. */
public record Case(Pipeline pipeline, Traffic traffic) {

  /** Any of them. */
  public static Arbitrary<Case> any() {
    return Combinators.combine(Pipelines.any(), Traffics.any()).as(Case::of);
  }

  /**
   * Without trailers behind bodies that go through a transform: what it still keeps at trailers cannot be sent, which ends
   * the message, and whether it keeps something depends on the pieces.
   */
  static Case of(Pipeline pipeline, Traffic traffic) {
    return new Case(pipeline, traffic.withoutTrailers(
        pipeline.rings().stream().anyMatch(ring -> Uses.streams(ring.request())),
        pipeline.rings().stream().anyMatch(ring -> Uses.streams(ring.response()))));
  }

  /** What is needed to see the case, and to repeat it. */
  @Override
  public String toString() {
    return pipeline.json() + "\n" + traffic;
  }
}
