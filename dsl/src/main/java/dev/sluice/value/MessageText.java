package dev.sluice.value;

import dev.sluice.plan.Message;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.plan.VariableReader;

/** What the steps outside of streams run for: the message of a queue, the arguments of a foreign call; else absent. */
public record MessageText() implements TextValue {
  @Override
  public String describe() {
    return "message";
  }

  @Override
  public Reader reader(Planner planner) {
    return new VariableReader(planner.variable(Message.VARIABLE));
  }
}
