package dev.sluice.stream;

import dev.sluice.plan.Flow;
import dev.sluice.plan.Planner;

/**
 * What a body is put through piece by piece, with bounded memory and whatever its size. Data, like steps; compose by
 * giving several, the first one nearest to the sender. Pieces are those of the network: a transform gives the same
 * bytes however the body was cut.
 */
public sealed interface Transform
    permits Replace, MaskDigits, MaskMatches, LimitBytes, Refuse, MapLines, MapEvents, Rechunk, OwnTransform {

  /** The transform in words, such as {@code replace "a" with "b"}. */
  String describe();

  /** Whether the bytes stay as they are. */
  default boolean keepsBytes() {
    return false;
  }

  /** The most bytes that a sender may announce ({@code content-length}); none unless it is 0 or more. */
  default long announcedLimit() {
    return -1;
  }

  /** For the planner: what makes the flow of one stream. */
  FlowMaker maker(Planner planner);

  /** Makes the flow of one stream. */
  interface FlowMaker {
    Flow make();
  }
}
