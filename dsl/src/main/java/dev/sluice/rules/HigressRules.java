package dev.sluice.rules;

import static dev.sluice.settings.Decoders.byFields;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.listOf;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.plan.Lists;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.Field;
import dev.sluice.settings.ObjectDecoder;
import io.vavr.control.Option;
import java.util.List;

/**
 * Rules in the form of Higress's own plugins, where they lie among the settings: the object's fields are the default,
 * those of each element of {@code _rules_} are a rule's settings, and {@code _match_route_}, {@code _match_service_},
 * {@code _match_domain_} and {@code _match_route_prefix_} beside them say for which requests. Where there is nothing but
 * rules, there is no default. As in Higress, a domain with an asterisk at its begin or end stands for any text there.
 */
public final class HigressRules {
  private static final String RULES = "_rules_";

  /** What a rule says about requests. Higress disregards the rest where several are given; here that is an error. */
  private static final ObjectDecoder<Match> MATCH = object(
      some("_match_route_"), some("_match_service_"), some("_match_domain_"), some("_match_route_prefix_"))
      .as((routes, services, domains, prefixes) -> Match.of(domains, routes, prefixes, services))
      .check(HigressRules::isKnownKind, "give one of \"_match_route_\" (with or without \"_match_service_\"),"
          + " \"_match_service_\", \"_match_domain_\" and \"_match_route_prefix_\"");

  private HigressRules() {}

  /** Reads such rules for settings that this decoder reads. */
  public static <S> Decoder<Rules<S>> higressRules(ObjectDecoder<S> settings) {
    Field<List<Rule<S>>> rules = field(RULES, listOf(settings.and(MATCH, (own, match) -> new Rule<>(match, own))));
    Decoder<Rules<S>> alone = object(rules).as(all -> new Rules<>(all, Option.none()));
    Decoder<Rules<S>> withDefault = settings.and(
        object(rules.orElse(Lists.none())).as(all -> all), (own, all) -> new Rules<>(all, Option.some(own)));
    return byFields(names -> names.size() == 1 && names.get(0).equals(RULES), alone, withDefault);
  }

  private static Field<List<String>> some(String name) {
    return field(name, listOf(text().notBlank())).orElse(Lists.none());
  }

  private static boolean isKnownKind(Match match) {
    int kinds = (match.hosts().isEmpty() ? 0 : 1) + (match.routeNamePrefixes().isEmpty() ? 0 : 1)
        + (match.routeNames().isEmpty() && match.services().isEmpty() ? 0 : 1);
    return kinds == 1;
  }
}
