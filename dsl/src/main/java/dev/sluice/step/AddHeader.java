package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/** Gives a header one more value. Where the value is absent nothing is added. */
public record AddHeader(String name, TextValue value) implements Step {
  public AddHeader {
    name = Check.headerName("addHeader", name);
    Check.given("addHeader", "the value of " + name, value);
  }

  /** With a value that the author wrote down. */
  public static AddHeader of(String name, String value) {
    return new AddHeader(name, new LiteralText(Check.headerValue("addHeader", name, value)));
  }

  @Override
  public String word() {
    return "addHeader";
  }

  @Override
  public String describe() {
    return "add header " + name + ": " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    value.planAdd(planner, planner.headerCell(name));
  }
}
