package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.Planner;
import dev.sluice.plan.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole number, which may be absent (not there, or no number). On an absent one every question but the negated ones
 * is answered with no.
 */
public sealed interface NumberValue extends Value<Long> permits StatusNumber, Answer.AnswerStatus {

  default Condition is(long number) {
    return new NumberIn(this, List.of(number));
  }

  /** Another number than this, or none. */
  default Condition isNot(long number) {
    return is(number).not();
  }

  /** One of these numbers. */
  default Condition in(long... numbers) {
    Check.given("in", "the numbers", numbers);
    if (numbers.length == 0) {
      throw new IllegalArgumentException("in: no number; give at least one");
    }
    List<Long> list = new ArrayList<>();
    for (long number : numbers) {
      list.add(number);
    }
    return new NumberIn(this, list);
  }

  /** At least {@code low} and at most {@code high}. */
  default Condition between(long low, long high) {
    return new NumberBetween(this, low, high);
  }

  /** For the planner, like {@link TextValue#reader}: gives what reads the number's decimal digits. */
  Reader digits(Planner planner);
}
