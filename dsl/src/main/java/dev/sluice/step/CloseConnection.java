package dev.sluice.step;

import dev.sluice.plan.Op;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Run;
import dev.sluice.plan.TerminalStep;

/** Closes a connection, in a connect, downstream or upstream part; the data that has come does not go on. */
public record CloseConnection() implements Step, TerminalStep {
  @Override
  public String word() {
    return "close";
  }

  @Override
  public String describe() {
    return "close the connection";
  }

  @Override
  public void plan(Planner planner) {
    planner.needsConnection("close()");
    planner.emit(new Close());
  }

  private static final class Close extends Op {
    @Override
    public int run(Run run, int pc) {
      run.closeConnection();
      return STOP;
    }
  }
}
