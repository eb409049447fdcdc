package dev.sluice.prediction;

import static dev.sluice.dsl.Sluice.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.LogLevel;
import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.dsl.Plugin;
import dev.sluice.dsl.SluicePlugin;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.explain.Explanation;
import dev.sluice.explain.Prediction;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.Reaction;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Predictions of plugins that hold streams, against what the embedded host counts. */
class HoldingPredictionTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final HttpResponse ANSWER = HttpResponse.of(200, "answer");

  private static Option<Cluster> cluster(dev.sluice.abi.Bytes name) {
    return switch (name.utf8()) {
      case "good" -> Option.some(ScriptedCluster.answering(seen -> HttpResponse.of(200, "yes").header("x-a", "b")));
      case "bad" -> Option.some(ScriptedCluster.answering(seen -> HttpResponse.of(500, "no")));
      case "empty" -> Option.some(ScriptedCluster.answering(seen -> HttpResponse.of(204, "")));
      case "silent" -> Option.some(new ScriptedCluster(seen -> Reaction.silence()));
      case "broken" -> Option.some(new ScriptedCluster(seen -> Reaction.reset()));
      default -> Option.none();
    };
  }

  /** Runs these, and has each be one of the ways that were predicted; gives the number of hostcalls of each. */
  private static List<Integer> run(Plugin plugin, HttpRequest... requests) {
    SluicePlugin source = settings -> plugin;
    boolean stop = ProxyPromises.needsHeadersStop(source, "");
    Explanation explanation = Explanation.of(source);
    Prediction prediction = Prediction.of(explanation).get();
    PluginSpec spec = PluginSpec.of("p", JvmPlugin.of(host -> PluginCallbacks.of(source, host)))
        .withConfiguration(stop ? ProxyPromises.withHeadersStop("") : "")
        .withAllowOnHeadersStopIteration(stop);
    List<Integer> counts = List.empty();
    try (EmbeddedProxy proxy =
        EmbeddedProxy.start(ProxyOptions.deterministic().withClusters(HoldingPredictionTest::cluster), spec)) {
      for (HttpRequest request : requests) {
        List<String> made = List.ofAll(proxy.exchange(request, seen -> ANSWER).hostcalls())
            .map(HostcallRecord::name)
            .filter(name -> name.startsWith("proxy_"));
        assertTrue(prediction.allows(made.size(), 2),
            () -> prediction.least() + " to " + prediction.most() + " but was " + made);
        assertTrue(prediction.isOf(made).getOrElse(true), () -> explanation.text() + " but was " + made);
        counts = counts.append(made.size());
      }
    }
    return counts;
  }

  private static HttpRequest post(String body) {
    return HttpRequest.of("POST", "/").body(body);
  }

  @Test
  void bodies() {
    Plugin plugin = plugin("p").request(
        setHeader("x-id", requestBody().limit(10).json("/id")), setRequestBody(text("new")));
    List<Integer> counts = run(plugin, HttpRequest.get("/"), post("{\"id\":1}"), post("{\"id\":1}"),
        post("x".repeat(20)), post("").header("upgrade", "websocket"),
        post("data").header("content-type", "text/event-stream"));
    assertEquals(2, counts.get(1) - counts.get(2) + 1, "the first time limit sets the tick, no other one does");
  }

  @Test
  void bodiesOfResponses() {
    Plugin plugin = plugin("p").response(
        when(responseBody().limit(100).contains("secret")).respond(502), setHeader("x-read", method()),
        setResponseBody(header("x-new")));
    run(plugin, HttpRequest.get("/"), HttpRequest.of("HEAD", "/"), post("a"));
  }

  @Test
  void answersOfCalls() {
    for (String name : List.of("good", "bad", "empty", "silent", "broken", "none")) {
      Plugin plugin = plugin("p").request(
          call(dev.sluice.dsl.Sluice.cluster(name), get("/")).within(SHORT),
          setHeader("x-a", answer().header("x-a")), setHeader("x-b", answer().body()));
      List<Integer> counts = run(plugin, HttpRequest.get("/"), HttpRequest.get("/"));
      assertEquals(counts.get(0), counts.get(1), name);
    }
  }

  @Test
  void callsThatAreRepeated() {
    for (String name : List.of("good", "bad", "silent", "broken", "none")) {
      run(plugin("p").request(call(dev.sluice.dsl.Sluice.cluster(name), get("/")).within(SHORT)
          .retry(2)
          .onFailure(log(LogLevel.INFO, "failed"))), HttpRequest.get("/"));
      run(plugin("p").request(call(dev.sluice.dsl.Sluice.cluster(name), get("/")).within(SHORT)
          .retry(2)
          .backoff(Duration.ofMillis(20))
          .onFailure(setHeader("a", "b"))), HttpRequest.get("/"));
    }
  }

  @Test
  void severalCalls() {
    for (String name : List.of("good", "bad", "silent", "none")) {
      var one = call(dev.sluice.dsl.Sluice.cluster("good"), get("/")).within(SHORT);
      var other = call(dev.sluice.dsl.Sluice.cluster(name), get("/")).within(SHORT).as("other");
      run(plugin("p").request(all(one, other), setHeader("a", answer("other").body())), HttpRequest.get("/"));
      run(plugin("p").request(all(one, other.onFailure(log(LogLevel.INFO, "x")))), HttpRequest.get("/"));
      run(plugin("p").request(first(other, one).as("first"), setHeader("a", answer("first").body())),
          HttpRequest.get("/"));
    }
  }

  @Test
  void callsThenBodies() {
    Plugin plugin = plugin("p")
        .request(
            when(path().is("/asks")).then(call(dev.sluice.dsl.Sluice.cluster("good"), get("/")).within(SHORT)),
            bind("body", requestBody()),
            delay(Duration.ofMillis(50)),
            setHeader("x-body", ref("body").sha256().encodeHex()))
        .response(setHeader("x-path", path()))
        .log(log(LogLevel.INFO, status().asText()));
    run(plugin, HttpRequest.get("/asks"), HttpRequest.get("/"), post("body"),
        HttpRequest.of("POST", "/asks").body("body"));
  }

  @Test
  void bodiesInPieces() {
    run(plugin("p").request(streamRequest(replacing("a", "b"))).response(streamResponse(replacing("a", "b"))),
        HttpRequest.get("/"), post("banana"));
  }

  @Test
  void trailers() {
    run(plugin("p").request(dev.sluice.dsl.Sluice.setRequestTrailer("x-a", "b").onFailure(setHeader("x-a", "b"))),
        HttpRequest.get("/"), post("body"), post("body").trailer("x-c", "d"));
  }
}
