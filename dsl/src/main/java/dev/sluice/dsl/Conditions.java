package dev.sluice.dsl;

import dev.sluice.plan.Check;
import dev.sluice.value.AllOf;
import dev.sluice.value.AnyOf;
import dev.sluice.value.Condition;
import dev.sluice.value.PathTemplate;

/** The words that ask. Authors import them through {@link Sluice}. */
abstract class Conditions {
  Conditions() {}

  /** The opposite. */
  public static Condition not(Condition condition) {
    return Check.given("not", "the condition", condition).not();
  }

  /** Each of these; true where there are none. */
  public static Condition allOf(Condition... conditions) {
    return new AllOf(Check.all("allOf", "condition", conditions));
  }

  /** At least one of these; false where there are none. */
  public static Condition anyOf(Condition... conditions) {
    return new AnyOf(Check.all("anyOf", "condition", conditions));
  }

  /**
   * The request's path has this form, see {@link PathTemplate}, which also reads the parameters.
   * <pre>{@code when(pathTemplate("/users/{id}")).respond(403)}</pre>
   */
  public static PathTemplate pathTemplate(String template) {
    return new PathTemplate(template);
  }
}
