package dev.sluice.plan;

import dev.sluice.abi.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits until several calls are over, or one has failed whose failure ends the step: the others do not matter then. Which
 * have failed is kept for what stands behind, where another call may have taken the name of one of them.
 */
public final class AwaitAll extends Op {
  private final Caller[] callers;
  private final Label[] failed;
  private final int[] outcomes;
  private final String[] calls;

  /**
   * Makes the op.
   *
   * @param failed where the program goes on as soon as a call has failed, null for those that the others are waited for
   * @param outcomes the slots that get a text for calls that have failed; none, -1, for those that end the step
   * @param calls in words
   */
  public AwaitAll(Caller[] callers, Label[] failed, int[] outcomes, String[] calls) {
    this.callers = callers;
    this.failed = failed;
    this.outcomes = outcomes;
    this.calls = calls;
  }

  @Override
  public int run(Run run, int pc) {
    boolean pending = false;
    for (int i = 0; i < callers.length; i++) {
      Caller.State state = callers[i].poll(run);
      if (state == Caller.State.FAILED && failed[i] != null) {
        return run.goOn(failed[i].pc());
      }
      if (outcomes[i] >= 0) {
        run.variable(outcomes[i], state == Caller.State.FAILED ? Bytes.EMPTY : null);
      }
      pending |= state == Caller.State.PENDING;
    }
    return pending ? run.hold() : run.goOn(pc + 1);
  }

  @Override
  public List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    ways.add(Way.onward("the calls are over"));
    for (int i = 0; i < calls.length; i++) {
      if (failed[i] != null) {
        ways.add(Way.to(failed[i], calls[i] + " fails"));
      }
    }
    return ways;
  }
}
