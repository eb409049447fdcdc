package dev.sluice.dsl;

import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.step.AddHeader;
import dev.sluice.step.Custom;
import dev.sluice.step.Log;
import dev.sluice.step.RemoveHeader;
import dev.sluice.step.Sequence;
import dev.sluice.step.SetHeader;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;
import dev.sluice.step.WhenClause;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;

/** The words that do something. Authors import them through {@link Sluice}. */
abstract class Steps extends Replies {
  Steps() {}

  /** Steps that run where the condition holds: {@code when(..).respond(403)}, {@code when(..).then(..)}. */
  public static WhenClause when(Condition condition) {
    return new WhenClause(condition);
  }

  /** Several steps as one. */
  public static Step sequence(Step... steps) {
    return new Sequence(Check.all("sequence", "step", steps));
  }

  /** Puts this value in the place of all that the header has. */
  public static Step setHeader(String name, String value) {
    return SetHeader.of(name, value);
  }

  /**
   * Puts this value in the place of all that the header has; takes the header out where the value is absent. A value
   * that no header may have (CR, LF, NUL) is refused with 400, on the way out with 502.
   */
  public static Step setHeader(String name, TextValue value) {
    return new SetHeader(name, value);
  }

  /** Gives the header one more value. */
  public static Step addHeader(String name, String value) {
    return AddHeader.of(name, value);
  }

  /** Gives the header one more value, none where the value is absent. Refuses what {@code setHeader} refuses. */
  public static Step addHeader(String name, TextValue value) {
    return new AddHeader(name, value);
  }

  /** Takes out all values of the header. */
  public static Step removeHeader(String name) {
    return new RemoveHeader(name);
  }

  /** Writes a line to the host's log. */
  public static Step log(LogLevel level, String line) {
    return Log.of(level, line);
  }

  /** Writes a value to the host's log, control characters as {@code \x0a}; a hyphen where it is absent. */
  public static Step log(LogLevel level, TextValue value) {
    return new Log(level, value);
  }

  /** The author's own code, for what the words do not say. The name appears in logs and explanations. */
  public static Step step(String name, StepBody body) {
    return new Custom(name, body);
  }
}
