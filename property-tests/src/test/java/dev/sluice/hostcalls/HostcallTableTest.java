package dev.sluice.hostcalls;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.bridge.deploy.ProxyPromises;
import dev.sluice.engine.PluginCallbacks;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Plugins in the language need no more hostcalls than the same ones by hand. The table of docs/hostcalls.md, written anew
 * with {@code -Dsluice.hostcalls=write}.
 */
class HostcallTableTest {
  private static final Path FILE = Path.of("..", "docs", "hostcalls.md");
  private static final String PROMISES = ProxyPromises.withHeadersStop("");
  private static final Cluster AUTH = ScriptedCluster.answering(seen -> HttpResponse.of(200, "yes"));

  @Test
  void thePassPathNeedsNoMoreThanByHand() {
    assertAll(Typical.ALL.toJavaStream().map(one -> () -> compare(one)));
  }

  private static void compare(Typical one) {
    HttpOutcome ours = ours(one);
    HttpOutcome byHand = byHand(one);
    assertEquals(200, byHand.status(), one.what());
    assertEquals(byHand.text(), ours.text(), one.what());
    assertEquals(byHand.upstreamSaw().get().path(), ours.upstreamSaw().get().path(), one.what());
    assertTrue(ours.hostcalls().size() <= byHand.hostcalls().size(),
        one.what() + ": " + names(ours) + " against " + names(byHand));
  }

  @Test
  void theTableInTheDocsIsUpToDate() throws IOException {
    if ("write".equals(System.getProperty("sluice.hostcalls"))) {
      Files.writeString(FILE, table());
    }
    assertEquals(table(), Files.exists(FILE) ? Files.readString(FILE) : "",
        "docs/hostcalls.md is stale: run this test with -Dsluice.hostcalls=write");
  }

  private static HttpOutcome ours(Typical one) {
    return send(one, host -> PluginCallbacks.of(settings -> one.ours(), host));
  }

  private static HttpOutcome byHand(Typical one) {
    return send(one, one.byHand());
  }

  private static HttpOutcome send(Typical one, Function<Hostcalls, HostCallbacks> plugin) {
    PluginSpec spec = PluginSpec.of("typical", JvmPlugin.of(plugin))
        .withConfiguration(PROMISES)
        .withAllowOnHeadersStopIteration(true);
    ProxyOptions options = ProxyOptions.deterministic()
        .withClusters(name -> Option.some(AUTH).filter(any -> name.equals(Bytes.utf8("auth"))));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, spec)) {
      // The first request may make what all others use, such as metrics.
      proxy.exchange(one.request(), seen -> HttpResponse.of(200, "up"));
      return proxy.exchange(one.request(), seen -> HttpResponse.of(200, "up").header("server", "up"));
    }
  }

  private static Vector<String> names(HttpOutcome outcome) {
    return Vector.ofAll(outcome.hostcalls()).map(HostcallRecord::name);
  }

  private static String table() {
    Vector<String> rows = Typical.ALL.map(one -> {
      Vector<String> calls = names(ours(one));
      return "| " + one.what() + " | " + calls.size() + " | " + byHand(one).hostcalls().size() + " | "
          + calls.map(name -> "`" + name.replaceFirst("^proxy_", "") + "`").mkString(", ") + " |";
    });
    return """
        # Hostcalls

        Each hostcall leaves the module and comes back, so a plugin should need few. For each plugin: what ours asks of the
        proxy while a request that is let through passes, and what the same plugin needs that was written by hand against
        the ABI by somebody who spares every call (`ByHand` in `property-tests`). Counted in the embedded host by
        `HostcallTableTest`, which fails where ours needs more, and where this table is stale.

        | plugin | ours | by hand | ours are |
        |---|---|---|---|
        """
        + rows.mkString("\n") + "\n";
  }
}
