package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import io.vavr.control.Option;

/** The first value of a header: of the request in a request part, of the response in a response part. */
public record HeaderText(String name) implements TextValue {
  public HeaderText {
    name = Check.fieldName("header", name);
  }

  /**
   * The header's only value. Where the header is repeated, the step that reads it is not run and the request refused
   * with 400 (a response with 502). For everything that authenticates: a proxy may look at the first of several values
   * and an upstream at the last.
   */
  public SingleHeaderText single() {
    return new SingleHeaderText(name, Option.none());
  }

  @Override
  public String describe() {
    return "header " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    return planner.header(name);
  }
}
