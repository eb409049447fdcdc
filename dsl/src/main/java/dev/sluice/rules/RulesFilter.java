package dev.sluice.rules;

import static dev.sluice.dsl.Sluice.bind;
import static dev.sluice.dsl.Sluice.ref;
import static dev.sluice.dsl.Sluice.sequence;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.dsl.Sluice.when;

import dev.sluice.abi.Decimal;
import dev.sluice.dsl.Filter;
import dev.sluice.plan.Check;
import dev.sluice.step.Step;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The filters of all rules as one, ring by ring: ring number n holds what each rule's filter has in its ring n, so that
 * a reply in any of them runs the response parts that it would run with that filter alone.
 */
final class RulesFilter<S> {
  private final Rules<S> rules;
  private final String variable;
  private final List<Filter> filters = new ArrayList<>();

  RulesFilter(Rules<S> rules, String name, Function<? super S, Filter> filter) {
    this.rules = rules;
    this.variable = "rule of " + name;
    for (Rule<S> rule : rules.rules()) {
      filters.add(Check.given("rules", "what the function gives", filter.apply(rule.settings())));
    }
    for (S settings : rules.fallback()) {
      filters.add(Check.given("rules", "what the function gives", filter.apply(settings)));
    }
  }

  Filter build() {
    int rings = 0;
    boolean back = false;
    for (Filter filter : filters) {
      rings = Math.max(rings, filter.requestParts().size());
      back |= has(filter.responseParts()) || has(filter.logParts());
    }
    if (rules.rules().isEmpty()) {
      return filters.isEmpty() ? Filter.none() : filters.get(0);
    }
    return rings <= 1 && !back ? requestsOnly() : ringByRing(rings);
  }

  private static boolean has(List<List<Step>> parts) {
    for (List<Step> part : parts) {
      if (!part.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Nothing comes later, so nothing has to be remembered. */
  private Filter requestsOnly() {
    return Filter.none().request(chosen(number -> steps(filters.get(number).requestParts(), 0)));
  }

  private Filter ringByRing(int rings) {
    Filter all = Filter.none().request(chosen(number -> new Step[] {bind(variable, text(Decimal.of(number)))}));
    for (int ring = 0; ring < rings; ring++) {
      all = ring == 0 ? withRing(all, ring) : all.then(withRing(Filter.none(), ring));
    }
    return all;
  }

  private Filter withRing(Filter filter, int ring) {
    Option<Step> request = remembered(Filter::requestParts, ring);
    Option<Step> response = remembered(Filter::responseParts, ring);
    Option<Step> log = remembered(Filter::logParts, ring);
    // A ring without a request part would be entered all the same, but may not be there for its number alone.
    Filter all = filter.request(request.isEmpty() ? new Step[0] : new Step[] {request.get()});
    all = response.isEmpty() ? all : all.response(response.get());
    return log.isEmpty() ? all : all.log(log.get());
  }

  /** What is done by the first rule that matches, else by the default. */
  private Step chosen(Function<Integer, Step[]> steps) {
    int last = rules.rules().size();
    Step all = sequence(rules.fallback().isDefined() ? steps.apply(last) : new Step[0]);
    for (int i = last - 1; i >= 0; i--) {
      all = when(rules.rules().get(i).match().condition()).then(steps.apply(i)).otherwise(all);
    }
    return all;
  }

  /** What is done in one ring by the rule that was chosen; none where no rule does anything there. */
  private Option<Step> remembered(Function<Filter, List<List<Step>>> parts, int ring) {
    Option<Step> all = Option.none();
    for (int i = filters.size() - 1; i >= 0; i--) {
      Step[] steps = steps(parts.apply(filters.get(i)), ring);
      if (steps.length > 0) {
        Step rest = all.isEmpty() ? sequence() : all.get();
        all = Option.some(when(ref(variable).is(Decimal.of(i))).then(steps).otherwise(rest));
      }
    }
    return all;
  }

  private static Step[] steps(List<List<Step>> parts, int ring) {
    return ring < parts.size() ? parts.get(ring).toArray(new Step[0]) : new Step[0];
  }
}
