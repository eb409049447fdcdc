package dev.sluice.plan;

import java.util.List;

/** Goes on in the failure branch of a call that was waited for with others, if it has failed. */
public final class AfterCall extends Op {
  private final int outcome;
  private final Label failed;
  private final String call;

  /**
   * Makes the op.
   *
   * @param outcome the slot that has a text where the call has failed
   * @param failed where the program goes on then
   * @param call in words
   */
  public AfterCall(int outcome, Label failed, String call) {
    this.outcome = outcome;
    this.failed = failed;
    this.call = call;
  }

  @Override
  public int run(Run run, int pc) {
    return run.variable(outcome) == null ? pc + 1 : failed.pc();
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward(call + " is answered"), Way.to(failed, call + " fails"));
  }
}
