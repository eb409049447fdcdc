package dev.sluice.laws;

import dev.sluice.laws.pipeline.Pipeline;
import dev.sluice.laws.pipeline.Pipelines;
import dev.sluice.laws.pipeline.Smaller;
import dev.sluice.laws.reference.Uses;
import dev.sluice.testkit.property.CurlLine;
import dev.sluice.testkit.property.Search;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A pipeline and what it is to do something to. */
public record Case(Pipeline pipeline, Traffic traffic) {

  /** Any of them. */
  public static Arbitrary<Case> any() {
    return Combinators.combine(Pipelines.any(), Traffics.any())
        .as((pipeline, traffic) -> Case.of(Pipelines.told(pipeline), traffic));
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

  /** Looks for a case that fails. */
  public static Search<Case> search() {
    return Search.of(any()).smaller(Case::smaller);
  }

  private List<Case> smaller() {
    return Smaller.than(pipeline).stream().map(one -> new Case(one, traffic)).toList();
  }

  /** What is needed to see the case. */
  @Override
  public String toString() {
    return pipeline + "\n" + CurlLine.of(traffic.request()) + "\n" + traffic.described();
  }
}
