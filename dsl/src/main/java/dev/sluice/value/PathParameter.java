package dev.sluice.value;

import dev.sluice.abi.Bytes;
import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import dev.sluice.value.text.PathPattern;
import dev.sluice.value.text.TextMapping;

/** See {@link PathTemplate#parameter}. */
public record PathParameter(String template, String name) implements TextValue {
  private static final TextValue PATH = new PathText();

  public PathParameter {
    Check.given("parameter", "the template", template);
    if (PathPattern.parse(template).indexOf(Check.given("parameter", "the name", name)) < 0) {
      throw new IllegalArgumentException("parameter: " + template + " has no parameter named \"" + name + "\"");
    }
  }

  @Override
  public String describe() {
    return "path parameter " + name;
  }

  @Override
  public Reader reader(Planner planner) {
    PathPattern pattern = PathPattern.parse(template);
    return new Derived(PATH.reader(planner), new Parameter(pattern, pattern.indexOf(name)));
  }

  /** The value of one parameter of a path. */
  private record Parameter(PathPattern pattern, int index) implements TextMapping {
    @Override
    public Bytes of(Bytes path) {
      return pattern.parameter(path, index);
    }
  }
}
