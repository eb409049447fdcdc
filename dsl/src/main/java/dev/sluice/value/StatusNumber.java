package dev.sluice.value;

import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;

/** The status of the response. */
public record StatusNumber() implements NumberValue {
  @Override
  public String describe() {
    return "status";
  }

  @Override
  public LongReader number(Planner planner) {
    return new StatusReader(planner.responseStatus());
  }
}
