package dev.sluice.plan;

import java.util.List;

/** Waits for the first of several calls that is answered as it must be, and hands its answer on. */
public final class AwaitFirst extends Op {
  private final Caller[] callers;
  private final int[] slots;
  private final int winner;
  private final Label failed;
  private final String calls;

  /**
   * Makes the op.
   *
   * @param slots of the calls
   * @param winner the slot that gets the call which was answered first, and nothing where there is none
   * @param failed where the program goes on when all have failed
   * @param calls in words
   */
  public AwaitFirst(Caller[] callers, int[] slots, int winner, Label failed, String calls) {
    this.callers = callers;
    this.slots = slots;
    this.winner = winner;
    this.failed = failed;
    this.calls = calls;
  }

  @Override
  public int run(Run run, int pc) {
    boolean pending = false;
    for (int i = 0; i < callers.length; i++) {
      Caller.State state = callers[i].poll(run);
      if (state == Caller.State.GOOD) {
        run.callout(winner, run.callout(slots[i]));
        return run.goOn(pc + 1);
      }
      pending |= state == Caller.State.PENDING;
    }
    if (pending) {
      return run.hold();
    }
    run.callout(winner, null);
    return run.goOn(failed.pc());
  }

  @Override
  public List<Way> ways() {
    return List.of(Way.onward("one of " + calls + " is answered"), Way.to(failed, "all of " + calls + " fail"));
  }
}
