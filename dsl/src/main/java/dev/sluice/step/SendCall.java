package dev.sluice.step;

import dev.sluice.plan.Op;
import dev.sluice.plan.Run;

/** Makes a call and goes on at once. */
final class SendCall extends Op {
  private final HttpCaller caller;

  SendCall(HttpCaller caller) {
    this.caller = caller;
  }

  @Override
  public int run(Run run, int pc) {
    caller.begin(run);
    return pc + 1;
  }
}
