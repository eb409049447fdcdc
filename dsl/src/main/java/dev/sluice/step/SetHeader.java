package dev.sluice.step;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.HeaderCell;
import dev.sluice.plan.Jump;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/**
 * Puts one value in the place of all that a header has. Where the value is absent the header is taken out, so that
 * what a client sent under this name never stays.
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
    HeaderCell header = planner.headerCell(name);
    if (value instanceof LiteralText literal) {
      planner.emit(new HeaderOp.Replace(header, Bytes.constant(literal.text())));
      return;
    }
    Label absent = new Label();
    Label end = new Label();
    Label illegal = planner.refusal("illegal value for " + name);
    planner.emit(new LoadHeaderValue(value, value.reader(planner), absent, illegal));
    planner.next(
        new HeaderOp.Replace(header, null), new Jump(end), absent, new HeaderOp.Remove(header), end);
  }
}
