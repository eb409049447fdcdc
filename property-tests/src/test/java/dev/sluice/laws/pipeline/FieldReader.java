package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.step.EditTrailer;
import dev.sluice.step.Step;
import dev.sluice.value.LiteralText;
import dev.sluice.value.TextValue;

/** Steps that change headers, trailers and the target, out of their written form. Compiled into the module. */
final class FieldReader implements StepWords {
  private final boolean request;
  private final StepReader steps;
  private final ValueReader values;

  FieldReader(boolean request, StepReader steps, ValueReader values) {
    this.request = request;
    this.steps = steps;
    this.values = values;
  }

  @Override
  public Step step(Term term) {
    return switch (term.word()) {
      case "SetHeader" -> setHeader(term);
      case "AddHeader" -> addHeader(term.text(0), values.text(term, 1));
      case "AppendHeader" -> appendHeader(term.text(0), values.text(term, 1));
      case "RemoveHeader" -> removeHeader(term.text(0));
      case "RemoveStartingWith" -> removeHeadersStartingWith(term.text(0));
      case "KeepHeaders" -> keepHeaders(term.text(0), term.text(1));
      case "RenameHeader" -> renameHeader(term.text(0), term.text(1));
      case "SetTrailer" -> failing(setTrailer(term), term);
      case "AddTrailer" -> failing(
          request ? addRequestTrailer(term.text(0), values.text(term, 1))
              : addResponseTrailer(term.text(0), values.text(term, 1)),
          term);
      case "RemoveTrailer" -> request ? removeRequestTrailer(term.text(0)) : removeResponseTrailer(term.text(0));
      case "SetStatus" -> dev.sluice.dsl.Sluice.setHeader(":status", Integer.toString(term.number(0)));
      case "SetPath" -> setPath(values.text(term, 0));
      case "ReplacePrefix" -> replacePathPrefix(term.text(0), term.text(1));
      case "SetQuery" -> setQueryParameter(term.text(0), values.text(term, 1));
      case "RemoveQuery" -> removeQueryParameter(term.text(0));
      case "SetAuthority" -> setAuthority(values.text(term, 0));
      default -> null;
    };
  }

  /** Constants go another way than other values. */
  private Step setHeader(Term term) {
    TextValue value = values.text(term, 1);
    return value instanceof LiteralText literal
        ? dev.sluice.dsl.Sluice.setHeader(term.text(0), literal.text())
        : dev.sluice.dsl.Sluice.setHeader(term.text(0), value);
  }

  private EditTrailer setTrailer(Term term) {
    TextValue value = values.text(term, 1);
    if (value instanceof LiteralText literal) {
      return request ? setRequestTrailer(term.text(0), literal.text())
          : setResponseTrailer(term.text(0), literal.text());
    }
    return request ? setRequestTrailer(term.text(0), value) : setResponseTrailer(term.text(0), value);
  }

  private Step failing(EditTrailer step, Term term) {
    return term.list(2).isEmpty() ? step : step.onFailure(steps.steps(term.list(2)));
  }
}
