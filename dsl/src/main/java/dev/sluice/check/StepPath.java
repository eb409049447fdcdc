package dev.sluice.check;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where a step stands. Only links are kept, spelled out where a finding wants it: pipelines may be deep. */
final class StepPath {
  static final StepPath NOWHERE = new StepPath(null, "");

  private final StepPath parent;
  private final String segment;

  private StepPath(StepPath parent, String segment) {
    this.parent = parent;
    this.segment = segment;
  }

  static StepPath of(String part) {
    return new StepPath(null, part);
  }

  /** Below this one; the same for an empty segment. */
  StepPath then(String below) {
    return below.isEmpty() ? this : new StepPath(this, below);
  }

  /** Whether the step stands in what another one has for when its condition does not hold. */
  boolean isOtherwise() {
    return parent != null && parent.segment.equals("otherwise");
  }

  @Override
  public String toString() {
    Deque<String> segments = new ArrayDeque<>();
    for (StepPath at = this; at != null; at = at.parent) {
      segments.push(at.segment);
    }
    return String.join("/", segments);
  }
}
