package dev.sluice.plan;

/** A message that must not go on, out of a {@link Flow}: a request is answered, a response broken off. */
public final class FlowEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  /** @param reply what answers a request whose response has not begun */
  public FlowEnded(String reason, Reply reply) {
    super(reason);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
