package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.VariableReader;

/** The text that a step before has bound to this name, absent where it was absent or that step did not run. */
public record RefText(String name) implements TextValue {
  public RefText {
    Check.given("ref", "the name", name);
  }

  @Override
  public String describe() {
    return "\"" + name + "\"";
  }

  @Override
  public Reader reader(Planner planner) {
    return new VariableReader(planner.variable(name));
  }
}
