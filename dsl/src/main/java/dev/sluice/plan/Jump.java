package dev.sluice.plan;

/** Goes on elsewhere. */
public final class Jump extends Op {
  private final Label target;

  public Jump(Label target) {
    this.target = target;
  }

  @Override
  public int run(Run run, int pc) {
    return target.pc();
  }
}
