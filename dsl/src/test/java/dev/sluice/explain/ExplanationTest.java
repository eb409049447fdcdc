package dev.sluice.explain;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Callback;
import dev.sluice.abi.LogLevel;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.step.Step;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static Explanation explain(Plugin plugin) {
    return Explanation.of(settings -> plugin);
  }

  @Test
  void requireUser() {
    Plugin plugin = plugin("require-user").request(when(header("x-user-id").missing()).respond(403, "Forbidden"));
    assertEquals("""
        plugin require-user
        when its code fails: answers 503
        exports: proxy_on_configure, proxy_on_request_headers

        request
          1 when header x-user-id is missing
            1 respond 403 "Forbidden"
        hostcalls of a request: 1 to 2, 2 ways
          header x-user-id is missing -> answers 403: 2
            proxy_get_header_map_value, proxy_send_local_response
          not (header x-user-id is missing) -> continues: 1
            proxy_get_header_map_value
        """, explain(plugin).text());
  }

  @Test
  void bothWaysOfSeveralFilters() {
    Plugin plugin = plugin("p").failOpen()
        .with(response(setHeader("x-out", "1")))
        .request(
            when(path().is("/a")).then(sequence(log(LogLevel.INFO, "a"), removeHeader("b"))).otherwise(respond(404)),
            step("own", exchange -> {}))
        .response(when(status().between(500, 599)).respond(502));
    assertEquals("""
        plugin p
        when its code fails: lets the stream through
        exports: proxy_on_configure, proxy_on_request_headers, proxy_on_response_headers, proxy_on_delete

        request
          filter 2
            1 when path is "/a"
              1 sequence
                1 log "a" at INFO
                2 remove header b
              otherwise
                1 respond 404
            2 step "own"
        hostcalls of a request: 2 to 4, 3 ways
          path is "/a"; 2 step "own" goes on -> continues: 3
            proxy_get_header_map_value, proxy_log, proxy_remove_header_map_value
            and what these ask of the host: 2 step "own"
          path is "/a"; 2 step "own" answers -> answers 200: 4
            proxy_get_header_map_value, proxy_log, proxy_remove_header_map_value, proxy_send_local_response
            and what these ask of the host: 2 step "own"
          not (path is "/a") -> answers 404: 2
            proxy_get_header_map_value, proxy_send_local_response

        response
          filter 1
            1 set header x-out to "1"
          filter 2
            1 when status is between 500 and 599
              1 respond 502
        hostcalls of a response: 1 to 2, 3 ways
          status is between 500 and 599 -> answers 502: 2
            proxy_get_header_map_value, proxy_send_local_response
          not (status is between 500 and 599) -> continues: 2
            proxy_get_header_map_value, proxy_replace_header_map_value
          filter 2 has answered -> continues: 1
            proxy_replace_header_map_value
        """, explain(plugin).text());
  }

  @Test
  void aPluginThatReadsSettingsNeedsTwoMoreCallbacks() {
    SluicePlugin plugin = new SluicePlugin() {
      @Override
      public Plugin define(Settings settings) {
        return plugin(settings.text()).response(setHeader("a", settings.text()));
      }

      @Override
      public Settings sampleSettings() {
        return Settings.of("sample");
      }
    };
    Explanation explanation = Explanation.of(plugin);
    assertEquals("sample", explanation.plugin().name());
    assertEquals(List.of(Callback.CONFIGURE, Callback.CONTEXT_CREATE, Callback.RESPONSE_HEADERS,
        Callback.DELETE), explanation.exports());
    assertEquals("other", Explanation.of(plugin, Settings.of("other")).plugin().name());
  }

  @Test
  void theSameQuestionHasTheSameAnswerUntilSomethingChanges() {
    Step asks = when(header("a").missing()).setHeader("b", "1");
    Ways ways = explain(plugin("p").request(
        when(header("a").missing()).log(LogLevel.INFO, "1"),
        when(header("a").missing()).log(LogLevel.INFO, "2"))).request().get();
    assertEquals(2, ways.count());
    assertEquals(1, ways.shortest().get().cost());
    assertEquals(3, ways.longest().get().cost());
    assertEquals(3, explain(plugin("p").request(asks, asks)).request().get().count());
  }

  @Test
  void chanceMayAnswerTheSameQuestionOtherwise() {
    Step asks = when(randomNumber(2).is(0)).log(LogLevel.INFO, "heads");
    Ways ways = explain(plugin("p").request(asks, asks)).request().get();
    assertEquals(4, ways.count());
    assertEquals(0, ways.shortest().get().cost());
    assertEquals(2, ways.longest().get().cost());
  }

  @Test
  void theOtherValueIsAWayOfItsOwn() {
    Ways ways = explain(plugin("p").request(setHeader("a", header("b").orElse(header("c"))))).request().get();
    assertEquals(
        io.vavr.collection.List.of(
            io.vavr.collection.List.of("header b is absent", "header b or else header c can be a header value"),
            io.vavr.collection.List.of("not (header b is absent)", "header b or else header c can be a header value")),
        ways.all()
            .get()
            .map(Way::decisions)
            .filter(decisions -> decisions.last().endsWith("can be a header value"))
            .sortBy(io.vavr.collection.List::head));
  }

  @Test
  void manyWaysAreSummedUp() {
    Step[] steps = new Step[40];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = when(header("x-" + i).missing()).setHeader("x-" + i, "1");
    }
    Explanation explanation = explain(plugin("p").request(steps));
    Ways ways = explanation.request().get();
    assertEquals(1L << 40, ways.count());
    assertEquals(40, ways.shortest().get().cost());
    assertEquals(80, ways.longest().get().cost());
    assertTrue(ways.all().isEmpty());
    assertTrue(explanation.text().contains("hostcalls of a request: 40 to 80, 1099511627776 ways\n  shortest\n"));
  }

  @Test
  void tenThousandStepsAreExplained() {
    Step[] steps = new Step[10_000];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = when(header("x-" + i).missing()).respond(403);
    }
    Ways ways = explain(plugin("p").request(steps)).request().get();
    assertEquals(10_001, ways.count());
    assertEquals(2, ways.shortest().get().cost());
    assertEquals(10_001, ways.longest().get().cost());
  }

  @Test
  void whatCannotBeToldIsSaidSo() {
    Step[] steps = new Step[60];
    for (int i = 0; i < 30; i++) {
      steps[i] = when(header("a").is("" + i)).log(LogLevel.INFO, header("x-" + i));
      steps[59 - i] = log(LogLevel.INFO, header("x-" + i));
    }
    Explanation explanation = explain(plugin("p").request(steps));
    assertTrue(explanation.request().get().shortest().isEmpty());
    assertTrue(explanation.text().contains("too many combinations to tell"));
  }

  @Test
  void aPluginThatCannotBePlannedIsRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> explain(plugin("p").request(when(status().is(200)).respond(500))));
    assertThrows(IllegalStateException.class, () -> Explanation.of(settings -> null));
  }
}
