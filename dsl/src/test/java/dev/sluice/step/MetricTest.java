package dev.sluice.step;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.PluginCallbacks;
import dev.sluice.fake.FakeHost;
import dev.sluice.fake.Plugins;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static Map<String, Long> metrics(FakeHost host, Step... steps) {
    Plugins.request(host, steps);
    return host.state().metricValues();
  }

  @Test
  void allKinds() {
    FakeHost host = FakeHost.get("/?n=7");
    assertEquals(Map.of("c", 10L, "g", 5L, "h", 7L), metrics(host,
        counter("c").increment(), counter("c").add(2), counter("c").add(query("n").asLong()),
        gauge("g").set(10), gauge("g").add(-5), histogram("h").record(3), histogram("h").record(query("n").asLong())));
  }

  @Test
  void aMetricIsDefinedOnce() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks plugin =
        Plugins.configured(plugin("p").request(counter("c").increment(), counter("c").increment()), host);
    plugin.onRequestHeaders(Plugins.STREAM, 0, true);
    assertEquals(List.of("proxy_define_metric c", "proxy_increment_metric c", "proxy_increment_metric c"),
        host.calls());
    host.calls().clear();
    plugin.onRequestHeaders(Plugins.STREAM + 1, 0, true);
    assertEquals(List.of("proxy_increment_metric c", "proxy_increment_metric c"), host.calls());
  }

  @Test
  void noNumberChangesNothing() {
    assertEquals(Map.of(), metrics(FakeHost.get("/?n=-1&m=x"), counter("c").add(query("n").asLong()),
        counter("c").add(query("m").asLong()), gauge("g").set(query("n").asLong()), gauge("g").add(query("m").asLong()),
        histogram("h").record(query("n").asLong())));
  }

  @Test
  void tagsStandInTheName() {
    FakeHost host = FakeHost.get("/").request("x-a", "a;b=c d.e-f:/").request("x-b", "b".repeat(100));
    assertEquals(Map.of("c;a=a_b_c_d.e-f:/;b=" + "b".repeat(64) + ";n=none", 1L),
        metrics(host,
            counter("c").tag("a", header("x-a")).tag("b", header("x-b")).tag("n", header("x-none")).increment()));
  }

  @Test
  void onlyDeclaredValuesAreToldApart() {
    CounterMetric counter = counter("c").tag("m", header("x-m"), "GET", "PO ST");
    FakeHost host = FakeHost.get("/");
    for (String method : List.of("GET", "PO ST", "PUT", "get", "GET")) {
      FakeHost one = FakeHost.get("/").request("x-m", method);
      Plugins.request(one, counter.increment());
      one.state().metricValues().forEach((name, value) -> host.state().metricValues().merge(name, value, Long::sum));
    }
    assertEquals(Map.of("c;m=GET", 2L, "c;m=PO_ST", 1L, "c;m=other", 2L), host.state().metricValues());
  }

  @Test
  void undeclaredValuesAreCapped() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks plugin = Plugins.configured(plugin("p").request(
        setHeader("x", sharedCounter("n").value().asText()), sharedCounter("n").add(),
        counter("c").tag("x", header("x"), 3).increment()), host);
    for (int i = 0; i < 10; i++) {
      plugin.onRequestHeaders(Plugins.STREAM + i, 0, true);
    }
    assertEquals(Map.of("c;x=0", 1L, "c;x=1", 1L, "c;x=2", 1L, "c;x=other", 7L), host.state().metricValues());
  }

  @Test
  void combinationsAreCapped() {
    FakeHost host = FakeHost.get("/");
    PluginCallbacks plugin = Plugins.configured(plugin("p").request(
        sharedCounter("n").add().as("n"), bind("a", ref("n").asLong().modulo(50).asText()),
        bind("b", ref("n").asLong().dividedBy(50).asText()),
        counter("c").tag("a", ref("a"), 500).tag("b", ref("b"), 500).increment()), host);
    for (int i = 0; i < 2500; i++) {
      plugin.onRequestHeaders(Plugins.STREAM + i, 0, true);
    }
    Map<String, Long> values = host.state().metricValues();
    assertEquals(1001, values.size());
    assertEquals(1500L, values.get("c;a=other;b=other"));
  }

  @Test
  void theRegexTakesTheTagOut() {
    String name = "wasmcustom.refused;method=GET;code.class=4xx";
    Matcher method = Pattern.compile(counter("c").tag("method", method()).tags().get(0).regex()).matcher(name);
    assertTrue(method.find());
    assertEquals("GET", method.group(2));
    assertEquals("wasmcustom.refused;code.class=4xx", name.replace(method.group(1), ""));
    Matcher code = Pattern.compile(counter("c").tag("code.class", method()).tags().get(0).regex()).matcher(name);
    assertTrue(code.find());
    assertEquals("4xx", code.group(2));
  }

  @Test
  void oneNameIsOneMetric() {
    assertTrue(refusal(counter("c").increment(), gauge("c").set(1))
        .contains("the metric \"c\" has another type or other tags"));
    assertTrue(
        refusal(counter("c").increment(), counter("c").tag("a", path()).increment()).contains("\"c\" has another"));
  }

  private static String refusal(Step... steps) {
    return assertThrows(AssertionError.class, () -> Plugins.request(FakeHost.get("/"), steps)).getMessage();
  }

  @Test
  void whatCannotWorkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> counter("a;b"));
    assertThrows(IllegalArgumentException.class, () -> counter(""));
    assertThrows(IllegalArgumentException.class, () -> counter("c").add(-1));
    assertThrows(IllegalArgumentException.class, () -> gauge("g").set(-1));
    assertThrows(IllegalArgumentException.class, () -> counter("c").tag("a", path()).tag("a", path()));
    assertThrows(IllegalArgumentException.class, () -> counter("c").tag("a", path(), 0));
    assertThrows(IllegalArgumentException.class, () -> counter("c").tag("a", path(), 501));
    assertThrows(IllegalArgumentException.class, () -> counter("c").tag("a b", path()));
  }

  @Test
  void theyDescribeThemselves() {
    assertEquals("add 1 in metric c, m method", counter("c").tag("m", method()).increment().describe());
    assertEquals("record 5 in metric h", histogram("h").record(5).describe());
  }
}
