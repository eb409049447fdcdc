package dev.sluice.plan;

/** The end of the straight way. */
final class End extends Op {
  @Override
  public int run(Run run, int pc) {
    return STOP;
  }
}
