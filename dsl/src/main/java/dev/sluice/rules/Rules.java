package dev.sluice.rules;

import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.optional;

import dev.sluice.dsl.Filter;
import dev.sluice.plan.Check;
import dev.sluice.plan.Lists;
import dev.sluice.settings.Decoder;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/**
 * Which settings are for which requests. The first rule that matches counts; where none does, the default; where there
 * is none, the request is left alone.
 *
 * <pre>{@code
 * {"default": {"requests": 100},
 *  "rules": [{"match": {"host": "*.example.com", "pathPrefix": "/api"}, "settings": {"requests": 10}}]}
 * }</pre>
 */
public record Rules<S>(List<Rule<S>> rules, Option<S> fallback) {
  public Rules {
    rules = Lists.copy(Check.given("rules", "the list of rules", rules));
    Check.given("rules", "the default", fallback);
  }

  /** Reads rules for settings that this decoder reads. */
  public static <S> Decoder<Rules<S>> rules(Decoder<S> settings) {
    Decoder<Rule<S>> rule = object(field("match", Match.DECODER), field("settings", settings)).as(Rule::new);
    return object(optional("default", settings), field("rules", listOf(rule)).orElse(Lists.none()))
        .as((fallback, rules) -> new Rules<>(rules, fallback))
        .check(rules -> rules.fallback.isDefined() || !rules.rules.isEmpty(),
            "has neither \"default\" nor \"rules\"; give at least one");
  }

  /**
   * One filter for all requests, which does to each what the filter for its settings does. A request is matched before
   * the first step and keeps its rule to the end, whatever steps change of it.
   *
   * @param name tells several rules of one plugin apart: give each its own
   * @param filter what is done by settings; asked once for each rule and for the default
   */
  public Filter filter(String name, Function<? super S, Filter> filter) {
    Check.given("rules", "the name", name);
    Check.given("rules", "the function", filter);
    return new RulesFilter<>(this, name, filter).build();
  }
}
