package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;

/** The first value of a header of the response; refused in a request part. */
public record ResponseHeaderText(String name) implements TextValue {
  public ResponseHeaderText {
    name = Check.fieldName("responseHeader", name);
  }

  @Override
  public String describe() {
    return "response header " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.responseHeader(name);
  }
}
