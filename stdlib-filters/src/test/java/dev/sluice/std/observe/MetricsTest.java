package dev.sluice.std.observe;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.dsl.Settings;
import dev.sluice.dsl.SettingsError;
import dev.sluice.dsl.SettingsRejected;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

@UsePlugin(MetricsPlugin.class)
class MetricsTest {
  private static long count(PluginUnderTest plugin, String metric) {
    return plugin.metric(metric).getOrElse(0L);
  }

  @EveryPlace
  void requestsAreCountedByMethodAndClassOfStatus(PluginUnderTest plugin) {
    long passed = count(plugin, "requests;method=GET;status_class=2xx");
    long refused = count(plugin, "requests;method=GET;status_class=4xx");
    long failed = count(plugin, "requests;method=DELETE;status_class=5xx");
    plugin.send(get("/"));
    plugin.send(get("/x"));
    plugin.send(get("/").header("x-refuse", "1"));
    plugin.upstream(request -> Response.of(502, ""));
    plugin.send(Request.of("DELETE", "/"));
    assertEquals(passed + 2, count(plugin, "requests;method=GET;status_class=2xx"));
    assertEquals(refused + 1, count(plugin, "requests;method=GET;status_class=4xx"));
    assertEquals(failed + 1, count(plugin, "requests;method=DELETE;status_class=5xx"));
  }

  @EveryPlace
  void clientsMakeNoMetrics(PluginUnderTest plugin) {
    long other = count(plugin, "requests;method=other;status_class=2xx");
    for (String method : List.of("PROPFIND", "REPORT", "MKCOL")) {
      assertEquals(200, plugin.send(Request.of(method, "/")).status());
    }
    assertEquals(other + 3, count(plugin, "requests;method=other;status_class=2xx"));
  }

  /** What docs/filters/counter.md and latency.md say of cost: nothing before the request is over. */
  @EveryPlace
  void hostcalls(PluginUnderTest plugin) {
    plugin.send(get("/"));
    String read = "proxy_get_header_map_value";
    Vector<String> latency = Vector.of(read, read, "proxy_get_property", "proxy_record_metric");
    // The first one is the refusing filter's. Where both stand in one plugin, the method is read once.
    assertEquals(
        Vector.of(read).appendAll(latency).append(read).append("proxy_increment_metric"),
        plugin.send(get("/")).hostcalls());
  }

  @EveryPlace
  @UsePlugin(value = MetricsPlugin.class, settings = """
      {"counter": {"metric": "edge.requests", "tags": ["status"]}, "latency": {"metric": "edge.ms", "tags": []}}
      """)
  void namesAndTagsAreChosen(PluginUnderTest plugin) {
    long before = count(plugin, "edge.requests;status=418");
    plugin.upstream(request -> Response.of(418, ""));
    plugin.send(get("/"));
    assertEquals(before + 1, count(plugin, "edge.requests;status=418"));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertEquals(
        List.of(
            "/counter/metric: counter: the name \"a b\" has an illegal character at index 1; use letters, digits,"
                + " underscores and dots",
            "/counter/tags/0: \"path\" is not one of \"method\", \"status\", \"status-class\", \"route\", \"cluster\"",
            "/latency/metric: histogram: the name is empty; give one of a character at least",
            "/latency/tags: \"method\" is not an array"),
        errors("""
            {"counter": {"metric": "a b", "tags": ["path"]}, "latency": {"metric": "", "tags": "method"}}
            """));
    assertEquals(
        List.of("/latency: latency: a tag is given twice; give each once"),
        errors("{\"latency\": {\"tags\": [\"route\", \"route\"]}}"));
  }

  private static List<String> errors(String settings) {
    SettingsRejected rejected =
        assertThrows(SettingsRejected.class, () -> new MetricsPlugin().define(Settings.of(settings)));
    return rejected.errors().map(SettingsError::describe).toJavaList();
  }

  @Test
  void settingsAreWordsOfJavaToo() {
    assertEquals(
        RequestCounter.named("a").by(RequestTag.METHOD, RequestTag.ROUTE, RequestTag.CLUSTER),
        Settings.of("{\"metric\": \"a\", \"tags\": [\"method\", \"route\", \"cluster\"]}")
            .decode(RequestCounter.DECODER));
    assertEquals(
        RequestLatency.named("a").by(RequestTag.STATUS),
        Settings.of("{\"metric\": \"a\", \"tags\": [\"status\"]}").decode(RequestLatency.DECODER));
    assertThrows(IllegalArgumentException.class, () -> RequestCounter.named("a b"));
    assertThrows(
        IllegalArgumentException.class, () -> RequestLatency.named("a").by(RequestTag.ROUTE, RequestTag.ROUTE));
  }
}
