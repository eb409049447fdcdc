package dev.sluice.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.architecture.Examples;
import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.explain.Explanation;
import dev.sluice.explain.Prediction;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.WasmPlugin;
import dev.sluice.testkit.CompiledPlugin;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What explain says of the examples is what their modules do in the embedded host. */
class ExamplePredictionTest {
  private static final HttpResponse ANSWER = HttpResponse.of(200, "answer");
  private static final Set<Callback> OF_LIBRARY = HashSet.of(Callback.VM_START);

  private static List<HttpRequest> exchanges() {
    List<HttpRequest> plain = List.of(
        HttpRequest.get("/"), HttpRequest.get("/a/b?c=d"), HttpRequest.of("POST", "/").body("{\"a\": 1}"),
        HttpRequest.get("/").header("x-user-id", "ann"), HttpRequest.get("/").header("x-api-key", "sample-key"),
        HttpRequest.get("/").header("authorization", "Basic YTpi").header("cookie", "a=b"));
    return plain.append(plain.get(3).header("x-user-id", "bob"));
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.architecture.Examples#plugins")
  void exchangesTakePredictedWays(Class<?> example) throws ReflectiveOperationException {
    SluicePlugin plugin = Examples.make(example);
    String settings = plugin.sampleSettings().text();
    boolean stop = ProxyPromises.needsHeadersStop(plugin, settings);
    Explanation explanation = Explanation.of(plugin);
    PluginSpec spec = PluginSpec.of("p", WasmPlugin.of(CompiledPlugin.of(example).module(), Engine.COMPILER))
        .withConfiguration(Bytes.utf8(stop ? ProxyPromises.withHeadersStop(settings) : settings))
        .withAllowOnHeadersStopIteration(stop);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      for (HttpRequest request : exchanges()) {
        check(explanation, request, proxy.exchange(request, seen -> ANSWER));
      }
    }
  }

  private static void check(Explanation explanation, HttpRequest request, HttpOutcome outcome) {
    List<String> made = List.ofAll(outcome.hostcalls())
        .map(HostcallRecord::name)
        .filter(name -> name.startsWith("proxy_"));
    for (Prediction prediction : Prediction.of(explanation)) {
      int pieces = request.body().isEmpty() ? 1 : 2;
      assertTrue(prediction.allows(made.size(), pieces),
          () -> request + ": " + prediction.least() + " to " + prediction.most() + " but was " + made);
      assertTrue(prediction.isOf(made).getOrElse(true), () -> request + ": " + explanation.text() + " but was " + made);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sluice.architecture.Examples#plugins")
  void modulesExportWhatIsExplained(Class<?> example) throws ReflectiveOperationException {
    Explanation explanation = Explanation.of(Examples.make(example));
    Set<String> exported = HashSet.ofAll(CompiledPlugin.of(example).manifest().callbacks())
        .removeAll(OF_LIBRARY.map(Callback::exportName));
    Set<String> explained = explanation.exports().map(Callback::exportName).toSet();
    // A module has what its code needs with whatever settings, and may need less with those of the sample.
    assertEquals(explained, explanation.readsSettings() ? exported.intersect(explained) : exported);
  }
}
