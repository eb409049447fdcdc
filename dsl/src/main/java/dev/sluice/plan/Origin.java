package dev.sluice.plan;

import dev.sluice.abi.Decimal;
import io.vavr.control.Option;

/**
 * Where in a pipeline an op comes from. Only links are kept while planning; {@link #path()} spells them out when a log
 * line or an explanation wants it.
 */
public final class Origin {
  private final Origin parent;
  private final PlannedStep step;
  private final String branch;
  private final int index;
  private final int layer;
  private final int depth;

  private Origin(Origin parent, PlannedStep step, String branch, int index, int layer) {
    this.parent = parent;
    this.step = step;
    this.branch = branch;
    this.index = index;
    this.layer = layer;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  static Origin part(String name, int layer) {
    return new Origin(null, null, name, 0, layer);
  }

  Origin branch(String name) {
    return new Origin(this, null, name, 0, layer);
  }

  Origin child(PlannedStep child, int number) {
    return new Origin(this, child, null, number, layer);
  }

  /** Number of the filter in the pipeline, from 0. */
  public int layer() {
    return layer;
  }

  /** How many links lie between this and the part of the pipeline it is in. */
  public int depth() {
    return depth;
  }

  /** The step, none for a part or branch of the pipeline. */
  public Option<PlannedStep> step() {
    return Option.of(step);
  }

  /** This link alone, such as {@code 2 when} or {@code otherwise}. */
  public String segment() {
    return step == null ? branch : Decimal.of(index) + " " + step.word();
  }

  /** The whole way from the part of the pipeline, such as {@code request/2 when/1 respond}. */
  public String path() {
    String[] segments = new String[depth + 1];
    for (Origin at = this; at != null; at = at.parent) {
      segments[at.depth] = at.segment();
    }
    StringBuilder path = new StringBuilder(segments[0]);
    for (int i = 1; i <= depth; i++) {
      path.append('/').append(segments[i]);
    }
    return path.toString();
  }
}
