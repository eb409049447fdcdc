package dev.sluice.step;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/**
 * Puts one value in the place of all that a header has. Where the value is absent the header is taken out, so that
 * what a client sent under this name never stays; a pseudo-header ({@code :path}) stays as it is then.
 */
public record SetHeader(String name, TextValue value) implements Step {
  public SetHeader {
    name = Check.fieldName("setHeader", name);
    Check.given("setHeader", "the value of " + name, value);
  }

  /** With a value that the author wrote down. */
  public static SetHeader of(String name, String value) {
    return new SetHeader(name, new LiteralText(Check.headerValue("setHeader", name, value)));
  }

  @Override
  public String word() {
    return "setHeader";
  }

  @Override
  public String describe() {
    return "set header " + name + " to " + value.describe();
  }

  @Override
  public void plan(Planner planner) {
    planner.changes();
    value.planSet(planner, planner.headerCell(name));
  }
}
