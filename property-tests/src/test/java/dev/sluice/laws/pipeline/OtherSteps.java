package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.Redirect;
import dev.sluice.step.Step;
import dev.sluice.value.LiteralText;
import java.util.Map;

/** Steps that do what others do in more words, out of their written form. Compiled into the module. */
final class OtherSteps implements StepWords {
  private final boolean request;
  private final StateReader state;
  private final StepReader steps;
  private final ValueReader values;

  OtherSteps(boolean request, StateReader state, StepReader steps, ValueReader values) {
    this.request = request;
    this.state = state;
    this.steps = steps;
    this.values = values;
  }

  @Override
  public Step step(Term term) {
    return switch (term.word()) {
      case "Sequence" -> sequence(steps.steps(term.list(0)));
      case "SetHeaders" -> setHeaders(Map.of("X-C", "c", "x-d", "d")).header(term.text(0), values.text(term, 1))
          .header(term.text(2), values.text(term, 3));
      case "RemoveHeaders" -> removeHeaders(term.text(0), term.text(1));
      case "SetMethod" -> setMethod(term);
      case "SetScheme" -> setScheme(term.text(0));
      case "SetWhole" -> request ? setRequestBody(values.text(term, 0)) : setResponseBody(values.text(term, 0));
      case "Redirect" -> redirect(term);
      case "RewritePath" -> rewritePath(term.text(0), term.text(1));
      case "StripPrefix" -> stripPrefix(term.text(0));
      case "Increment" -> state.count(values.text(term, 0)).increment();
      default -> null;
    };
  }

  private Step setMethod(Term term) {
    return values.text(term, 0) instanceof LiteralText literal && literal.text().equals("PUT")
        ? dev.sluice.dsl.Sluice.setMethod(literal.text())
        : dev.sluice.dsl.Sluice.setMethod(values.text(term, 0));
  }

  private Step redirect(Term term) {
    Redirect redirect = dev.sluice.dsl.Sluice.redirect(term.number(0), values.text(term, 1));
    return term.number(2) == 0 ? redirect : redirect.toAnySite();
  }
}
