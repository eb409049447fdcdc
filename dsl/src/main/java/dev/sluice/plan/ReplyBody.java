package dev.sluice.plan;

import dev.sluice.abi.Bytes;

/** The body of the reply that a run has taken down: the response parts that still run are about what the client gets. */
final class ReplyBody extends RunBody {
  private Flow flow;

  ReplyBody(Run run) {
    super(run, true);
  }

  @Override
  RunBody copy(Run other) {
    ReplyBody copy = new ReplyBody(other);
    copy.flow = flow;
    return copy;
  }

  @Override
  String holding() {
    return "r-";
  }

  @Override
  public boolean isThere() {
    return size() > 0;
  }

  @Override
  public int size() {
    return bytes().length();
  }

  @Override
  public Bytes bytes() {
    return run.pending().body();
  }

  /** What comes of the message that the reply stands for is no part of it. */
  @Override
  public void arrived(int bytesThere, boolean all) {
    // Dropped by the host.
  }

  @Override
  public void trailersArrived() {
    // Dropped by the host.
  }

  @Override
  public void change(TrailerEdit edit) {
    // Of trailers that the host drops.
  }

  @Override
  public void replace(Bytes others) {
    run.replyWith(others);
  }

  @Override
  public void flow(Flow added, boolean in) {
    flow = Flow.chain(flow, added);
  }

  @Override
  Reply streamed(Reply reply) {
    try {
      return flow == null ? reply : reply.withBody(flow.push(run.host(), reply.body(), true));
    } catch (FlowEnded ended) {
      return ended.reply();
    }
  }
}
