package dev.sluice.host.exchange;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A proxy with clusters, and what its plugin tells. */
abstract class CalloutFixture {
  static final HttpRequest GET = HttpRequest.get("/");
  static final HttpResponse UP = HttpResponse.of(200, "up");

  final List<String> told = new ArrayList<>();
  final Map<Bytes, Cluster> clusters = new HashMap<>();

  final void cluster(String name, Function<HttpRequest, Reaction> script) {
    clusters.put(Bytes.utf8(name), new ScriptedCluster(script));
  }

  final EmbeddedProxy proxy(Function<Hostcalls, HostCallbacks> plugin) {
    return proxy(TestPlugin.spec(plugin));
  }

  final EmbeddedProxy proxy(PluginSpec... plugins) {
    ProxyOptions options = ProxyOptions.deterministic().withClusters(name -> Option.of(clusters.get(name)));
    return EmbeddedProxy.start(options, plugins);
  }

  /** Sends a request that the plugin holds, lets a second pass and ends the stream. */
  final Conversation held(Function<Hostcalls, HostCallbacks> plugin) {
    try (EmbeddedProxy proxy = proxy(plugin); Conversation talk = proxy.open()) {
      talk.requestHeaders(GET, true);
      proxy.advance(Duration.ofSeconds(1));
      return talk;
    }
  }

  final HttpOutcome exchange(HttpRequest request, Function<Hostcalls, HostCallbacks> plugin) {
    try (EmbeddedProxy proxy = proxy(plugin)) {
      return proxy.exchange(request, seen -> UP);
    }
  }
}
