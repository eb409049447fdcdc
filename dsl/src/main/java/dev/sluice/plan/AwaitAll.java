package dev.sluice.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Waits until several calls are over, or one has failed whose failure ends the step: the others do not matter then. What
 * stands behind asks each call how it went.
 */
public final class AwaitAll extends Op {
  private final Caller[] callers;
  private final Label[] failed;
  private final String[] calls;

  /**
   * Makes the op.
   *
   * @param failed where the program goes on as soon as a call has failed, null for those that the others are waited for
   * @param calls in words
   */
  public AwaitAll(Caller[] callers, Label[] failed, String[] calls) {
    this.callers = callers;
    this.failed = failed;
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
