package dev.sluice.dsl;

import dev.sluice.abi.LogLevel;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.step.Choose;
import dev.sluice.step.Custom;
import dev.sluice.step.Log;
import dev.sluice.step.Reads;
import dev.sluice.step.Sequence;
import dev.sluice.step.Step;
import dev.sluice.step.StepBody;
import dev.sluice.step.When;
import dev.sluice.step.WhenClause;
import dev.sluice.value.Condition;
import dev.sluice.value.TextValue;
import dev.sluice.value.Value;

/** The words that do something. Authors import them through {@link Sluice}. */
abstract class Steps extends States {
  Steps() {}

  /** Steps that run where the condition holds: {@code when(..).respond(403)}, {@code when(..).then(..)}. */
  public static WhenClause when(Condition condition) {
    return new WhenClause(condition);
  }

  /**
   * The steps of the first case whose condition holds, see {@link Choose}.
   * <pre>{@code choose(when(method().is("GET")).setHeader("x-pool", "read")).otherwise(setHeader("x-pool", "write"))}</pre>
   */
  public static Choose choose(When... cases) {
    return new Choose(Check.some("choose", "case", cases), Lists.none());
  }

  /** Several steps as one. */
  public static Step sequence(Step... steps) {
    return new Sequence(Check.all("sequence", "step", steps));
  }

  /** Writes a line to the host's log. */
  public static Step log(LogLevel level, String line) {
    return Log.of(level, line);
  }

  /** Writes a value to the host's log, control characters as {@code \x0a}; a hyphen where it is absent. */
  public static Step log(LogLevel level, TextValue value) {
    return new Log(level, value);
  }

  /**
   * The author's own code, for what the words do not say, see {@link Custom}. The name appears in logs and explanations.
   * <pre>{@code step("copy", exchange ->
   *     exchange.header("x-a").forEach(value -> exchange.setHeader("x-b", value.utf8())))}</pre>
   */
  public static Custom step(String name, StepBody body) {
    return new Custom(name, Lists.none(), Lists.none(), Lists.none(), body);
  }

  /**
   * The author's own code, with what it reads of the language's values: these are waited for, see {@link Custom}.
   * <pre>{@code step("count", reads(requestBody()), exchange ->
   *     exchange.log(LogLevel.INFO, "bytes: " + exchange.read(requestBody()).get().length()))}</pre>
   */
  public static Custom step(String name, Reads reads, StepBody body) {
    return new Custom(name, Check.given("step", "what is read", reads).values(), Lists.none(), Lists.none(), body);
  }

  /** What a step of the author's own reads, for {@link #step(String, Reads, StepBody)}. */
  public static Reads reads(Value<?>... values) {
    return new Reads(Check.all("reads", "value", values));
  }
}
