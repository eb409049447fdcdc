package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.Run;

/** The piece of a connection's data that has come, in a downstream or upstream part: however the network has cut it. */
public record DataText() implements TextValue {
  @Override
  public String describe() {
    return "data";
  }

  @Override
  public Reader reader(Planner planner) {
    planner.needsData("data()");
    return new Piece();
  }

  private static final class Piece extends Reader {
    @Override
    public Bytes read(Run run) {
      return run.body().bytes();
    }
  }
}
