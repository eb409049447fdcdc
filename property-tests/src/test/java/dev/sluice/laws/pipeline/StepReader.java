package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.data.json.Json;
import dev.sluice.step.Choose;
import dev.sluice.step.Step;
import dev.sluice.step.When;
import dev.sluice.value.BodyText;
import java.util.List;

/** Steps out of their written form. Compiled into the module. */
final class StepReader {
  private final boolean request;
  private final ValueReader values;
  private final CallReader calls;
  private final List<StepWords> others;

  /** @param request whether the body of the part is the request's */
  StepReader(boolean request, StateReader state) {
    this.request = request;
    this.values = new ValueReader(request, state);
    this.calls = new CallReader(this, values);
    this.others = List.of(new FieldReader(request, this, values), new StateSteps(state, this, values),
        new JsonSteps(values), new OtherSteps(request, state, this, values));
  }

  Step[] steps(List<Json> written) {
    Step[] steps = new Step[written.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = step(Term.of(written.get(i)));
    }
    return steps;
  }

  private Step step(Term term) {
    return switch (term.word()) {
      case "Bind" -> bind(term.text(0), values.text(term, 1));
      case "SetBody" -> setBody(body(term.number(0)), values.text(term, 1));
      case "Replace" -> request
          ? streamRequest(replacing(term.text(0), term.text(1)))
          : streamResponse(replacing(term.text(0), term.text(1)));
      case "Respond" -> respond(term.number(0), values.text(term, 2)).header("x-reply", values.text(term, 1));
      case "Call" -> calls.plain(term);
      case "CallAs" -> calls.call(term.term(0));
      case "All" -> all(calls.calls(term.list(0)));
      case "First" -> calls.first(term);
      case "When" -> when(values.question(term.term(0))).then(steps(term.list(1))).otherwise(steps(term.list(2)));
      case "Choose" -> choose(term);
      case "Log" -> log(LogLevel.INFO, values.text(term, 0));
      default -> other(term);
    };
  }

  private Step other(Term term) {
    for (StepWords words : others) {
      Step step = words.step(term);
      if (step != null) {
        return step;
      }
    }
    throw term.unknown();
  }

  private Step choose(Term term) {
    List<Json> written = term.list(0);
    When[] cases = new When[written.size()];
    for (int i = 0; i < cases.length; i++) {
      Term one = Term.of(written.get(i));
      cases[i] = when(values.question(one.term(0))).then(steps(one.list(1)));
    }
    Choose choose = dev.sluice.dsl.Sluice.choose(cases);
    return choose.otherwise(steps(term.list(1)));
  }

  private BodyText body(int limit) {
    return values.body(limit);
  }
}
