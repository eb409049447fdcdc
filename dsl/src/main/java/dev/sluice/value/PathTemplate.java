package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;
import dev.sluice.value.text.PathPattern;

/**
 * The request's path has this form, such as {@code /users/{id}/orders}: as many segments, each the same or in the place of
 * a parameter. Segments are compared percent-decoded; a parameter is neither empty nor a dot segment ({@code .},
 * {@code ..}). A last one in the form {@code {rest...}} takes all that is left, which may be nothing, as it was sent.
 *
 * @param template begins with a slash
 */
public record PathTemplate(String template) implements Condition {
  private static final TextValue PATH = new PathText();

  public PathTemplate {
    PathPattern.parse(Check.given("pathTemplate", "the template", template));
  }

  /**
   * What stands in the place of a parameter, percent-decoded; absent where the path has another form.
   * <pre>{@code setHeader("x-user", pathTemplate("/users/{id}").parameter("id"))}</pre>
   */
  public TextValue parameter(String name) {
    return new PathParameter(template, name);
  }

  @Override
  public String describe() {
    return "path is like " + template;
  }

  @Override
  public void jump(Planner planner, boolean wanted, Label target) {
    planner.emit(new TextAsked.Test(this, wanted, target, PATH.reader(planner), PathPattern.parse(template)));
  }
}
