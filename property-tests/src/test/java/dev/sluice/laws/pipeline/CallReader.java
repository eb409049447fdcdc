package dev.sluice.laws.pipeline;

import static dev.sluice.dsl.Sluice.*;

import dev.sluice.data.json.Json;
import dev.sluice.step.CallRequest;
import dev.sluice.step.FirstCall;
import dev.sluice.step.HttpCall;
import dev.sluice.step.Step;
import dev.sluice.value.TextValue;
import java.time.Duration;
import java.util.List;

/** Calls out of their written form. Compiled into the module. */
final class CallReader {
  private static final String CLUSTER = "service";

  private final StepReader steps;
  private final ValueReader values;

  CallReader(StepReader steps, ValueReader values) {
    this.steps = steps;
    this.values = values;
  }

  Step plain(Term term) {
    HttpCall call =
        dev.sluice.dsl.Sluice.call(cluster(CLUSTER),
            get(values.text(term, 0)).header("x-call", values.text(term, 1)).body(values.text(term, 2)));
    return term.list(3).isEmpty() ? call : call.onFailure(steps.steps(term.list(3)));
  }

  HttpCall call(Term term) {
    TextValue path = values.text(term, 2);
    TextValue body = values.text(term, 4);
    CallRequest request = switch (term.text(1)) {
      case "POST" -> post(term.term(2).text(0), body);
      case "PUT" -> put(term.term(2).text(0), body);
      case "DELETE" -> delete(term.term(2).text(0)).body(body);
      default -> get(path).body(body);
    };
    HttpCall call = limited(
        dev.sluice.dsl.Sluice.call(cluster(CLUSTER), request.header("x-call", values.text(term, 3))).as(term.text(0)),
        term.term(5));
    return term.list(6).isEmpty() ? call : call.onFailure(steps.steps(term.list(6)));
  }

  private static HttpCall limited(HttpCall call, Term limits) {
    HttpCall bounded = call.within(Duration.ofMillis(limits.number(0))).retry(limits.number(1));
    bounded = limits.number(2) == 0 ? bounded : bounded.backoff(Duration.ofMillis(limits.number(2)));
    return limits.number(3) == 0 ? bounded : bounded.acceptServerErrors();
  }

  HttpCall[] calls(List<Json> written) {
    HttpCall[] calls = new HttpCall[written.size()];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = call(Term.of(written.get(i)));
    }
    return calls;
  }

  Step first(Term term) {
    FirstCall first = dev.sluice.dsl.Sluice.first(calls(term.list(1))).as(term.text(0));
    return term.list(2).isEmpty() ? first : first.onFailure(steps.steps(term.list(2)));
  }
}
