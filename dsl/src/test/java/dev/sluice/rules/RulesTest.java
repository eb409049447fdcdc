package dev.sluice.rules;

import static dev.sluice.dsl.Sluice.addHeader;
import static dev.sluice.dsl.Sluice.log;
import static dev.sluice.dsl.Sluice.request;
import static dev.sluice.dsl.Sluice.respond;
import static dev.sluice.dsl.Sluice.response;
import static dev.sluice.dsl.Sluice.setHeader;
import static dev.sluice.rules.HigressRules.higressRules;
import static dev.sluice.rules.Rules.rules;
import static dev.sluice.settings.Decoders.field;
import static dev.sluice.settings.Decoders.object;
import static dev.sluice.settings.Decoders.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Filter;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import dev.sluice.settings.Decoder;
import dev.sluice.settings.ObjectDecoder;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RulesTest {
  private record Mark(String name) {
    static final ObjectDecoder<Mark> DECODER = object(field("name", text())).as(Mark::new);

    Filter onRequest() {
      return request(setHeader("x-mark", name));
    }

    Filter onBoth() {
      return request(addHeader("x-mark", name), setHeader(":path", "/changed")).response(addHeader("x-mark", name));
    }
  }

  private static final Decoder<Rules<Mark>> DECODER = rules(Mark.DECODER);

  private static final String TWO_AND_DEFAULT = """
      {"default": {"name": "other"},
       "rules": [
         {"match": {"pathPrefix": "/api/v2"}, "settings": {"name": "v2"}},
         {"match": {"pathPrefix": "/api"}, "settings": {"name": "api"}}]}
      """;

  private static <T> T read(Decoder<T> decoder, String json) {
    return Settings.of(json.replace('\'', '"')).decode(decoder);
  }

  private static List<String> errors(Decoder<?> decoder, String json) {
    return assertThrows(SettingsRejected.class, () -> read(decoder, json)).errors()
        .map(error -> error.describe().replace('"', '\''))
        .toJavaList();
  }

  private static List<String> marked(Filter filter, String target) {
    FakeHost host = FakeHost.get(target);
    Plugins.exchange(host, filter);
    return host.requestHeader("x-mark");
  }

  @Test
  void theFirstRuleThatMatchesElseTheDefault() {
    Filter filter = read(DECODER, TWO_AND_DEFAULT).filter("marks", Mark::onRequest);
    assertEquals(List.of("v2"), marked(filter, "/api/v2/x"));
    assertEquals(List.of("api"), marked(filter, "/api/v1"));
    assertEquals(List.of("other"), marked(filter, "/"));
  }

  @Test
  void withoutDefaultOtherRequestsAreLeftAlone() {
    Filter filter = read(DECODER, "{'rules': [{'match': {'path': '/a'}, 'settings': {'name': 'a'}}]}")
        .filter("marks", Mark::onBoth);
    assertEquals(List.of("a"), marked(filter, "/a"));
    assertEquals(List.of(), marked(filter, "/b"));
  }

  @Test
  void theDefaultAloneIsItsFilter() {
    Rules<Mark> rules = read(DECODER, "{'default': {'name': 'all'}}");
    assertEquals(new Mark("all").onBoth(), rules.filter("marks", Mark::onBoth));
    assertEquals(Filter.none(), new Rules<Mark>(List.of(), Option.none()).filter("marks", Mark::onBoth));
  }

  @Test
  void aRequestKeepsItsRuleWhateverStepsChange() {
    FakeHost host = FakeHost.get("/api/v2");
    Plugins.exchange(host, read(DECODER, TWO_AND_DEFAULT).filter("marks", Mark::onBoth));
    assertEquals(List.of("v2"), host.requestHeader("x-mark"));
    assertEquals(List.of("v2"), host.responseHeader("x-mark"));
  }

  @Test
  void severalRulesOfOnePluginAreToldApartByTheirNames() {
    Rules<Mark> rules = read(DECODER, TWO_AND_DEFAULT);
    FakeHost host = FakeHost.get("/api/v2");
    Plugins.exchange(host, rules.filter("first", Mark::onBoth).then(rules.filter("second", Mark::onBoth)));
    assertEquals(List.of("v2", "other"), host.requestHeader("x-mark"));
    assertEquals(List.of("other", "v2"), host.responseHeader("x-mark"));
  }

  @Test
  void logPartsGoByTheSameRule() {
    FakeHost host = FakeHost.get("/api");
    Filter filter = read(DECODER, TWO_AND_DEFAULT)
        .filter("marks", mark -> Filter.none().log(log(LogLevel.INFO, mark.name())));
    var callbacks = Plugins.configured(dev.sluice.dsl.Sluice.plugin("test").with(filter), host);
    callbacks.onRequestHeaders(Plugins.STREAM, 0, true);
    callbacks.onLog(Plugins.STREAM);
    assertEquals(1, host.lines().size(), () -> host.lines().toString());
    assertTrue(host.lines().get(0).endsWith("api"), () -> host.lines().toString());
  }

  /** To each request happens what happens with the filter of its rule alone, replies included. */
  @Property
  void aRulesFilterIsAsGoodAsItsFilterAlone(
      @ForAll @Size(min = 1, max = 4) List<@Size(max = 4) List<@IntRange(max = 4) Integer>> kinds,
      @ForAll @IntRange(max = 4) int wanted) {
    List<Rule<Filter>> list = new java.util.ArrayList<>();
    for (int i = 1; i < kinds.size(); i++) {
      list.add(new Rule<>(matching("/" + i), filter(i, kinds.get(i))));
    }
    Filter fallback = filter(0, kinds.get(0));
    Filter all = new Rules<>(list, Option.some(fallback)).filter("all", filter -> filter);
    Filter alone = wanted > 0 && wanted < kinds.size() ? list.get(wanted - 1).settings() : fallback;
    FakeHost one = FakeHost.get("/" + wanted);
    FakeHost other = FakeHost.get("/" + wanted);
    Plugins.exchange(one, all);
    Plugins.exchange(other, alone);
    assertEquals(other.answered(), one.answered());
    assertEquals(other.requestHeader("x-in"), one.requestHeader("x-in"));
    assertEquals(other.responseHeader("x-out"), one.responseHeader("x-out"));
  }

  private static Match matching(String path) {
    return new Match(List.of(), List.of(path), List.of(), List.of(), List.of(), Collections.emptyMap(), List.of(),
        List.of(), List.of());
  }

  private static Filter filter(int rule, List<Integer> kinds) {
    Filter all = Filter.none();
    for (int ring = 0; ring < kinds.size(); ring++) {
      String name = rule + "-" + ring;
      all = all.then(switch (kinds.get(ring)) {
        case 0 -> request(addHeader("x-in", name));
        case 1 -> response(addHeader("x-out", name));
        case 2 -> request(addHeader("x-in", name), respond(403)).response(addHeader("x-out", name));
        case 3 -> request(addHeader("x-in", name), setHeader(":path", "/1")).response(addHeader("x-out", name));
        default -> request().response(addHeader("x-out", name));
      });
    }
    return all;
  }

  @Test
  void errorsAreToldWithTheirPlaces() {
    assertEquals(
        List.of("/default/name: 1 is not a string", "/rules/0/match/methods: 'get' is not a method such as 'GET'",
            "/rules/0/settings: is missing; give an object"),
        errors(DECODER, "{'default': {'name': 1}, 'rules': [{'match': {'methods': 'get'}}]}"));
    assertEquals(List.of("has neither 'default' nor 'rules'; give at least one"), errors(DECODER, ""));
  }

  // Higress

  private static final Decoder<Rules<Mark>> HIGRESS = higressRules(Mark.DECODER);

  @Test
  void higressRulesAmongTheSettings() {
    Rules<Mark> rules = read(HIGRESS, """
        {"name": "global",
         "_rules_": [
           {"_match_route_": ["route-a", "route-b"], "name": "route"},
           {"_match_domain_": ["*.example.com", "*test"], "name": "domain"},
           {"_match_service_": ["a.static:80"], "name": "service"},
           {"_match_route_": ["r"], "_match_service_": ["s"], "name": "both"},
           {"_match_route_prefix_": ["internal-"], "name": "prefix"}]}
        """);
    assertEquals(Option.some(new Mark("global")), rules.fallback());
    assertEquals(List.of("route", "domain", "service", "both", "prefix"),
        rules.rules().stream().map(rule -> rule.settings().name()).toList());
    assertEquals(List.of("domain"), marked(rules.filter("marks", Mark::onRequest), "/"));
    FakeHost host = FakeHost.get("/").property(Bytes.utf8("xds\0route_name"), "route-b");
    Plugins.exchange(host, rules.filter("marks", Mark::onRequest));
    assertEquals(List.of("route"), host.requestHeader("x-mark"));
  }

  @Test
  void higressRulesAloneHaveNoDefault() {
    Rules<Mark> rules = read(HIGRESS, "{'_rules_': [{'_match_route_': ['a'], 'name': 'a'}], 'sluice': {}}");
    assertTrue(rules.fallback().isEmpty());
    assertEquals(Option.some(new Mark("a")), read(HIGRESS, "{'name': 'a'}").fallback());
    assertEquals(List.of("/name: is missing; give a string"), errors(HIGRESS, ""));
  }

  @Test
  void whatHigressRulesLack() {
    assertEquals(
        List.of("/_rules_/0: give one of '_match_route_' (with or without '_match_service_'), '_match_service_',"
            + " '_match_domain_' and '_match_route_prefix_'"),
        errors(HIGRESS, "{'_rules_': [{'name': 'a'}]}"));
    assertEquals(1, errors(HIGRESS, "{'_rules_': [{'name': 'a', '_match_route_': ['a'], '_match_domain_': ['b']}]}")
        .size());
    assertEquals(List.of("/_rules_/0/nam: is no known field; did you mean 'name'?",
        "/_rules_/0/name: is missing; give a string"),
        errors(HIGRESS, "{'_rules_': [{'nam': 'a', '_match_route_': ['a']}]}"));
  }
}
