package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Label;
import dev.sluice.plan.Planner;

/** A question with the answer yes or no. Of several, those whose answer no longer matters are not asked. */
public sealed interface Condition extends Value<Boolean>
    permits Missing, Absent, TextAsked, TextCompared, ListAsked, InList, PathTemplate, NumberAbsent, NumberIn,
    NumberBetween, NumberCompared, Not, AllOf, AnyOf {

  /** Both, this one asked first. */
  default Condition and(Condition other) {
    return AllOf.of(this, Check.given("and", "the condition", other));
  }

  /** One or both, this one asked first. */
  default Condition or(Condition other) {
    return AnyOf.of(this, Check.given("or", "the condition", other));
  }

  /** The opposite. */
  default Condition not() {
    return new Not(this);
  }

  /**
   * For the planner: emits ops that go to the label when the answer is {@code wanted} and fall through when it is not.
   */
  void jump(Planner planner, boolean wanted, Label target);
}
