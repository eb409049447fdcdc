package dev.sluice.plan;

import java.util.List;

/** Waits for the answer of a call, and makes a failed one again as often as it may. */
public final class AwaitCall extends Op {
  private final int slot;
  private final int retries;
  private final boolean serverErrors;
  private final Sender sender;
  private final Label failed;
  private final String call;

  /** Makes a call once more. */
  public interface Sender {
    void send(Run run);
  }

  /**
   * Makes the op.
   *
   * @param serverErrors whether an answer with 500 or more is an answer like others
   * @param failed where the program goes on when there is no answer
   * @param call in words
   */
  public AwaitCall(int slot, int retries, boolean serverErrors, Sender sender, Label failed, String call) {
    this.slot = slot;
    this.retries = retries;
    this.serverErrors = serverErrors;
    this.sender = sender;
    this.failed = failed;
    this.call = call;
  }

  @Override
  public int run(Run run, int pc) {
    Callout callout = run.callout(slot);
    while (!callout.isPending()) {
      if (callout.isAnswered() && (serverErrors || !callout.isServerError())) {
        return run.goOn(pc + 1);
      }
      if (callout.attempts() > retries) {
        callout.fail();
        return run.goOn(failed.pc());
      }
      sender.send(run);
    }
    return run.hold();
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward(call + " is answered"), Way.to(failed, call + " fails"));
  }
}
