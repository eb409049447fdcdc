package dev.sluice.step;

import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;

/**
 * Breaks an HTTP stream off without an answer, in a request or response part: a client of HTTP/2 sees a reset stream, one
 * of HTTP/1.1 a closed connection.
 */
public record ResetStream() implements Step, TerminalStep {
  @Override
  public String word() {
    return "resetStream";
  }

  @Override
  public String describe() {
    return "reset the stream";
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    planner.emit(new Reset());
  }

  private static final class Reset extends Op {
    @Override
    public int run(Run run, int pc) {
      run.resetStream();
      return STOP;
    }
  }
}
