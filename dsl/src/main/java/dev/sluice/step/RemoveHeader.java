package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderOp;
import dev.sluice.plan.Planner;

/** Takes out all values of a header. */
public record RemoveHeader(String name) implements Step {
  public RemoveHeader {
    name = Check.headerName("removeHeader", name);
  }

  @Override
  public String word() {
    return "removeHeader";
  }

  @Override
  public String describe() {
    return "remove header " + name;
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    planner.emit(new HeaderOp.Remove(planner.headerCell(name)));
  }
}
