package dev.sluice.plan;

/** Answers with the reply that was made before. */
public final class SendMade extends Op {
  @Override
  public int run(Run run, int pc) {
    return run.reply(run.draft(), pc);
  }
}
