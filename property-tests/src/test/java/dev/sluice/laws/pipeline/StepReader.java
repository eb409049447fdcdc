package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.abi.LogLevel;
import dev.sluice.data.json.Json;
import dev.sluice.step.Choose;
import dev.sluice.step.EditTrailer;
import dev.sluice.step.Step;
import dev.sluice.step.TakeToken;
import dev.sluice.step.When;
import dev.sluice.value.BodyText;
import dev.sluice.value.LiteralText;
import dev.sluice.value.NumberValue;
import dev.sluice.value.TextValue;
import java.util.List;

/** Steps out of their written form. Compiled into the module. */
final class StepReader {
  private final boolean request;
  private final StateReader state;
  private final ValueReader values;
  private final CallReader calls;

  /** @param request whether the body of the part is the request's */
  StepReader(boolean request, StateReader state) {
    this.request = request;
    this.state = state;
    this.values = new ValueReader(request, state);
    this.calls = new CallReader(this, values);
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
      case "SetHeader" -> setHeader(term);
      case "AddHeader" -> addHeader(term.text(0), value(term, 1));
      case "AppendHeader" -> appendHeader(term.text(0), value(term, 1));
      case "RemoveHeader" -> removeHeader(term.text(0));
      case "RemoveStartingWith" -> removeHeadersStartingWith(term.text(0));
      case "KeepHeaders" -> keepHeaders(term.text(0), term.text(1));
      case "RenameHeader" -> renameHeader(term.text(0), term.text(1));
      case "SetTrailer" -> failing(setTrailer(term), term);
      case "AddTrailer" -> failing(
          request ? addRequestTrailer(term.text(0), value(term, 1)) : addResponseTrailer(term.text(0), value(term, 1)),
          term);
      case "RemoveTrailer" -> request ? removeRequestTrailer(term.text(0)) : removeResponseTrailer(term.text(0));
      case "SetOwn" -> setProperty("own", value(term, 0));
      case "SetShared" -> setShared(term);
      case "UpdateShared" -> updateSharedData(state.key(term.text(0)), term.text(1), value(term, 2));
      case "AddCount" -> state.counter().add(value(term, 0), number(term, 1)).as(term.text(2));
      case "PutCache" -> state.cache().put(value(term, 0), value(term, 1));
      case "TakeToken" -> takeToken(term);
      case "SetState" -> state.text().set(value(term, 0));
      case "Count" -> state.count(value(term, 0)).add(number(term, 1));
      case "AddGauge" -> state.gauge().add(number(term, 0));
      case "SetGauge" -> state.gauge().set(number(term, 0));
      case "Sample" -> state.histogram().record(number(term, 0));
      case "SetStatus" -> dev.sluice.dsl.Sluice.setHeader(":status", Integer.toString(term.number(0)));
      case "SetPath" -> setPath(value(term, 0));
      case "ReplacePrefix" -> replacePathPrefix(term.text(0), term.text(1));
      case "SetQuery" -> setQueryParameter(term.text(0), value(term, 1));
      case "RemoveQuery" -> removeQueryParameter(term.text(0));
      case "SetAuthority" -> setAuthority(value(term, 0));
      case "Bind" -> bind(term.text(0), value(term, 1));
      case "SetBody" -> setBody(body(term.number(0)), value(term, 1));
      case "Replace" -> request
          ? streamRequest(replacing(term.text(0), term.text(1)))
          : streamResponse(replacing(term.text(0), term.text(1)));
      case "Respond" -> respond(term.number(0), value(term, 2)).header("x-reply", value(term, 1));
      case "Call" -> calls.plain(term);
      case "CallAs" -> calls.call(term.term(0));
      case "All" -> all(calls.calls(term.list(0)));
      case "First" -> calls.first(term);
      case "When" -> when(values.question(term.term(0))).then(steps(term.list(1))).otherwise(steps(term.list(2)));
      case "Choose" -> choose(term);
      case "Log" -> log(LogLevel.INFO, value(term, 0));
      default -> throw term.unknown();
    };
  }

  /** Constants go another way than other values. */
  private Step setHeader(Term term) {
    TextValue value = value(term, 1);
    return value instanceof LiteralText literal
        ? dev.sluice.dsl.Sluice.setHeader(term.text(0), literal.text())
        : dev.sluice.dsl.Sluice.setHeader(term.text(0), value);
  }

  private EditTrailer setTrailer(Term term) {
    TextValue value = value(term, 1);
    if (value instanceof LiteralText literal) {
      return request ? setRequestTrailer(term.text(0), literal.text())
          : setResponseTrailer(term.text(0), literal.text());
    }
    return request ? setRequestTrailer(term.text(0), value) : setResponseTrailer(term.text(0), value);
  }

  private Step failing(EditTrailer step, Term term) {
    return term.list(2).isEmpty() ? step : step.onFailure(steps(term.list(2)));
  }

  private Step setShared(Term term) {
    TextValue value = value(term, 1);
    return value instanceof LiteralText literal
        ? setSharedData(state.key(term.text(0)), literal.text())
        : setSharedData(state.key(term.text(0)), value);
  }

  private Step takeToken(Term term) {
    TakeToken take = state.bucket().take(text("")).as(term.text(0));
    return term.list(1).isEmpty() ? take : take.onEmpty(steps(term.list(1)));
  }

  private NumberValue number(Term term, int index) {
    return values.number(term.term(index));
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

  private TextValue value(Term term, int index) {
    return values.text(term.term(index));
  }
}
