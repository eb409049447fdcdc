package dev.sluice.plan;

/** Answers the request and ends the part of the pipeline that it stands in. */
public final class ReplyOp extends Op {
  private final Reply reply;

  public ReplyOp(Reply reply) {
    this.reply = reply;
  }

  @Override
  public int run(Run run, int pc) {
    return run.reply(reply, pc);
  }
}
