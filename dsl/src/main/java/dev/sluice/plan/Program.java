package dev.sluice.plan;

/**
 * One part of a pipeline, flattened: ops with jumps. To run is a loop over ints, so that the depth of a pipeline costs
 * no stack and a suspended stream is an index with its variables.
 */
public final class Program {
  private final Phase phase;
  private final Op[] ops;
  private final Origin[] origins;
  private final int slots;
  private final int[] entries;
  private final Scope scope;
  private final Suspension suspension;
  private final Prelude prelude;

  Program(Phase phase, Op[] ops, Origin[] origins, int slots, int[] entries, Scope scope, Suspension suspension,
      Prelude prelude) {
    this.phase = phase;
    this.ops = ops;
    this.origins = origins;
    this.slots = slots;
    this.entries = entries;
    this.scope = scope;
    this.suspension = suspension;
    this.prelude = prelude;
  }

  /**
   * Runs from this op until the program stops or holds the stream ({@link Op#STOP}, {@link Op#HOLD}); where it stands
   * is in {@link Run#pc()} at any time.
   */
  public int run(Run run, int from) {
    int pc = from;
    while (pc >= 0) {
      run.at(pc);
      pc = ops[pc].run(run, pc);
    }
    return pc;
  }

  /** Does what comes before the first step. */
  public void begin(Run run) {
    if (prelude != null) {
      prelude.run(run);
    }
  }

  /** How the program holds streams, null where it never does. */
  public Suspension suspension() {
    return suspension;
  }

  public Phase phase() {
    return phase;
  }

  public int size() {
    return ops.length;
  }

  public Op op(int pc) {
    return ops[pc];
  }

  public Origin origin(int pc) {
    return origins[pc];
  }

  /** The names of the pipeline that the program is a part of. */
  Scope scope() {
    return scope;
  }

  /** Number of values that are read more than once and held in between. */
  int slots() {
    return slots;
  }

  /** Where to start when only the first {@code entered} filters of the pipeline take part. */
  public int entry(int entered) {
    return entries[entered];
  }

  /** Where the filters outside of the one that this op belongs to begin. */
  int outside(int pc) {
    return entries[origins[pc].layer()];
  }
}
