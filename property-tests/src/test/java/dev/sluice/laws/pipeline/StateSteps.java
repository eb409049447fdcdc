package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.Step;
import dev.sluice.step.TakeToken;
import dev.sluice.value.LiteralText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;

/** Steps that change what outlives them, out of their written form. Compiled into the module. */
final class StateSteps implements StepWords {
  private final StateReader state;
  private final StepReader steps;
  private final ValueReader values;

  StateSteps(StateReader state, StepReader steps, ValueReader values) {
    this.state = state;
    this.steps = steps;
    this.values = values;
  }

  @Override
  public Step step(Term term) {
    return switch (term.word()) {
      case "SetOwn" -> setProperty("own", values.text(term, 0));
      case "SetShared" -> setShared(term);
      case "UpdateShared" -> updateSharedData(state.key(term.text(0)), term.text(1), values.text(term, 2));
      case "AddCount" -> state.counter().add(values.text(term, 0), number(term, 1)).as(term.text(2));
      case "PutCache" -> state.cache().put(values.text(term, 0), values.text(term, 1));
      case "TakeToken" -> takeToken(term);
      case "SetState" -> state.text().set(values.text(term, 0));
      case "Count" -> state.count(values.text(term, 0)).add(number(term, 1));
      case "AddGauge" -> state.gauge().add(number(term, 0));
      case "SetGauge" -> state.gauge().set(number(term, 0));
      case "Sample" -> state.histogram().record(number(term, 0));
      default -> null;
    };
  }

  private Step setShared(Term term) {
    TextValue value = values.text(term, 1);
    return value instanceof LiteralText literal
        ? setSharedData(state.key(term.text(0)), literal.text())
        : setSharedData(state.key(term.text(0)), value);
  }

  private Step takeToken(Term term) {
    TakeToken take = state.bucket().take(text("")).as(term.text(0));
    return term.list(1).isEmpty() ? take : take.onEmpty(steps.steps(term.list(1)));
  }

  private NumberValue number(Term term, int index) {
    return values.number(term.term(index));
  }
}
