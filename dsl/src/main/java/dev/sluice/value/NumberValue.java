package dev.sluice.value;

import dev.sluice.plan.Check;
import dev.sluice.plan.LongReader;
import dev.sluice.plan.Planner;
import dev.sluice.value.number.Operation;
import dev.sluice.value.number.Operations;
import dev.sluice.value.number.Relation;
import dev.sluice.value.number.Relations;
import dev.sluice.value.number.SecondsFormats;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole number between -(2^63 - 1) and 2^63 - 1, which may be absent: not there, or no number. On an absent one every
 * question but {@link #absent} and the negated ones is answered with no, and what is calculated from it is absent. So is
 * a result beyond those bounds, and one of a division by zero.
 */
public sealed interface NumberValue extends Value<Long>
    permits StatusNumber, TextNumber, LiteralNumber, Calculated, NumberOr, ListCount, ClockNumber, RandomNumber,
    SharedCount, GrpcAnswer.Status,
    Answer.AnswerStatus {

  /**
   * This number.
   * <pre>{@code when(status().is(404))}</pre>
   */
  default Condition is(long number) {
    return new NumberIn(this, List.of(number));
  }

  /**
   * The same number as another value, both being there.
   * <pre>{@code when(requestBody().length().is(header("x-length").asLong()).not()).respond(400)}</pre>
   */
  default Condition is(NumberValue other) {
    return compared(new Relations.Equal(), other);
  }

  /**
   * Another number than this, or none.
   * <pre>{@code when(answer().status().isNot(200)).respond(502)}</pre>
   */
  default Condition isNot(long number) {
    return is(number).not();
  }

  /** Another number than that value, or one of them absent. */
  default Condition isNot(NumberValue other) {
    return is(other).not();
  }

  /**
   * One of these numbers.
   * <pre>{@code when(status().in(301, 302, 308))}</pre>
   */
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

  /**
   * At least {@code low} and at most {@code high}.
   * <pre>{@code when(status().between(500, 599))}</pre>
   */
  default Condition between(long low, long high) {
    return new NumberBetween(this, low, high);
  }

  /**
   * More than this.
   * <pre>{@code when(query("limit").asLong().greaterThan(100)).respond(400)}</pre>
   */
  default Condition greaterThan(long number) {
    return greaterThan(new LiteralNumber(number));
  }

  /** Like {@link #greaterThan(long)}, both numbers being there. */
  default Condition greaterThan(NumberValue other) {
    return compared(new Relations.Greater(), other);
  }

  /**
   * This or more.
   * <pre>{@code when(header("x-priority").asLong().atLeast(5))}</pre>
   */
  default Condition atLeast(long number) {
    return atLeast(new LiteralNumber(number));
  }

  /** Like {@link #atLeast(long)}, both numbers being there. */
  default Condition atLeast(NumberValue other) {
    return compared(new Relations.AtLeast(), other);
  }

  /**
   * Less than this.
   * <pre>{@code when(randomNumber(100).lessThan(5)).setHeader("x-sampled", "1")}</pre>
   */
  default Condition lessThan(long number) {
    return lessThan(new LiteralNumber(number));
  }

  /** Like {@link #lessThan(long)}, both numbers being there. */
  default Condition lessThan(NumberValue other) {
    return compared(new Relations.Less(), other);
  }

  /**
   * This or less.
   * <pre>{@code when(header("content-length").asLong().atMost(1024))}</pre>
   */
  default Condition atMost(long number) {
    return atMost(new LiteralNumber(number));
  }

  /** Like {@link #atMost(long)}, both numbers being there. */
  default Condition atMost(NumberValue other) {
    return compared(new Relations.AtMost(), other);
  }

  /**
   * Not there, or no number.
   * <pre>{@code when(query("page").asLong().absent()).respond(400)}</pre>
   */
  default Condition absent() {
    return new NumberAbsent(this);
  }

  /**
   * The sum.
   * <pre>{@code now().epochSeconds().plus(3600)}</pre>
   */
  default NumberValue plus(long number) {
    return plus(new LiteralNumber(number));
  }

  /** Like {@link #plus(long)}. */
  default NumberValue plus(NumberValue other) {
    return calculated(new Operations.Plus(), other);
  }

  /**
   * The difference.
   * <pre>{@code now().epochSeconds().minus(header("x-issued").asTimestamp())}</pre>
   */
  default NumberValue minus(long number) {
    return minus(new LiteralNumber(number));
  }

  /** Like {@link #minus(long)}. */
  default NumberValue minus(NumberValue other) {
    return calculated(new Operations.Minus(), other);
  }

  /**
   * The product.
   * <pre>{@code query("kib").asLong().times(1024)}</pre>
   */
  default NumberValue times(long number) {
    return times(new LiteralNumber(number));
  }

  /** Like {@link #times(long)}. */
  default NumberValue times(NumberValue other) {
    return calculated(new Operations.Times(), other);
  }

  /**
   * The quotient, rounded towards zero.
   * <pre>{@code now().epochSeconds().dividedBy(60)}</pre>
   */
  default NumberValue dividedBy(long number) {
    return dividedBy(new LiteralNumber(number));
  }

  /** Like {@link #dividedBy(long)}; absent where the divisor is zero. */
  default NumberValue dividedBy(NumberValue other) {
    return calculated(new Operations.DividedBy(), other);
  }

  /**
   * The rest of a division that is rounded down: zero, or of the divisor's sign.
   * <pre>{@code property("connection", "id").number().modulo(10)}</pre>
   */
  default NumberValue modulo(long number) {
    return modulo(new LiteralNumber(number));
  }

  /** Like {@link #modulo(long)}; absent where the divisor is zero. */
  default NumberValue modulo(NumberValue other) {
    return calculated(new Operations.Modulo(), other);
  }

  /**
   * The smaller one of this and another.
   * <pre>{@code query("limit").asLong().min(100)}</pre>
   */
  default NumberValue min(long number) {
    return min(new LiteralNumber(number));
  }

  /** Like {@link #min(long)}. */
  default NumberValue min(NumberValue other) {
    return calculated(new Operations.Min(), other);
  }

  /**
   * The larger one of this and another.
   * <pre>{@code query("limit").asLong().max(1)}</pre>
   */
  default NumberValue max(long number) {
    return max(new LiteralNumber(number));
  }

  /** Like {@link #max(long)}. */
  default NumberValue max(NumberValue other) {
    return calculated(new Operations.Max(), other);
  }

  /**
   * The number, or this one where it is absent.
   * <pre>{@code query("limit").asLong().orElse(20)}</pre>
   */
  default NumberValue orElse(long number) {
    return new NumberOr(this, number);
  }

  /**
   * The decimal digits, with a minus sign before those of a negative number.
   * <pre>{@code setHeader("x-expires", now().epochSeconds().plus(60).asText())}</pre>
   */
  default TextValue asText() {
    return new NumberText(this);
  }

  /**
   * This many seconds since 1970 as an HTTP-date (RFC 9110 section 5.6.7); absent outside of the years 0 to 9999.
   * <pre>{@code setHeader("expires", now().epochSeconds().plus(3600).asHttpDate())}</pre>
   */
  default TextValue asHttpDate() {
    return new TimeText(this, new SecondsFormats.AsHttpDate());
  }

  /**
   * This many seconds since 1970 as a timestamp of RFC 3339, in UTC; absent outside of the years 0 to 9999.
   * <pre>{@code setHeader("x-until", now().epochSeconds().plus(3600).asTimestamp())}</pre>
   */
  default TextValue asTimestamp() {
    return new TimeText(this, new SecondsFormats.AsTimestamp());
  }

  private Condition compared(Relation relation, NumberValue other) {
    return new NumberCompared(this, relation, other);
  }

  private NumberValue calculated(Operation operation, NumberValue other) {
    return new Calculated(this, operation, other);
  }

  /** For the planner, like {@link TextValue#reader}. */
  LongReader number(Planner planner);
}
