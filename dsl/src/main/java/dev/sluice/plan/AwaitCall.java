package dev.sluice.plan;

import java.util.List;

/** Waits for the answer of a call. */
public final class AwaitCall extends Op {
  private final Caller caller;
  private final Label failed;
  private final String call;

  /**
   * Makes the op.
   *
   * @param failed where the program goes on when there is no answer
   * @param call in words
   */
  public AwaitCall(Caller caller, Label failed, String call) {
    this.caller = caller;
    this.failed = failed;
    this.call = call;
  }

  @Override
  public int run(Run run, int pc) {
    return switch (caller.poll(run)) {
      case PENDING -> run.hold();
      case GOOD -> run.goOn(pc + 1);
      case FAILED -> run.goOn(failed.pc());
    };
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward(call + " is answered"), Way.to(failed, call + " fails"));
  }
}
