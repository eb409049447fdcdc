package dev.sluice.plan;

/** A place in a program that jumps lead to; known once it has been planned. To jump to one that never was is to stop. */
public final class Label implements Plannable {
  private int pc = Op.STOP;

  public int pc() {
    return pc;
  }

  /** Puts the label where the next op will stand. */
  @Override
  public void plan(Planner planner) {
    pc = planner.here();
  }
}
