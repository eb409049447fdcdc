package dev.sluice.value;

import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** The status of the response. */
public record StatusNumber() implements NumberValue {
  @Override
  public String describe() {
    return "status";
  }

  @Override
  public Reader digits(Planner planner) {
    return planner.responseStatus();
  }
}
