package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.TextFunction;

/** A text made out of another one; absent where that is, or where the function makes nothing of it. */
public record MadeText(TextValue value, TextFunction function) implements TextValue {
  public MadeText {
    Check.given("text", "the text", value);
    Check.given("text", "the function", function);
  }

  @Override
  public boolean varies() {
    return value.varies();
  }

  @Override
  public String describe() {
    return function.describe(value.describe());
  }

  @Override
  public Reader reader(Planner planner) {
    return new Derived(value.reader(planner), function);
  }
}
