package dev.sluice.testkit.foreign;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.Place;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import io.vavr.collection.Vector;

@UsePlugin(CPlugins.State.class)
@UseProxy(workers = 2)
class CStateTest {
  @EveryPlace(in = {Place.Kind.EMBEDDED, Place.Kind.ENVOY})
  void workersNumberRequestsTogether(PluginUnderTest plugin) {
    for (int number = 1; number <= 4; number++) {
      Exchange exchange = plugin.sendTo(number % 2, get("/"));
      assertEquals(Vector.of(number + " " + number), exchange.upstreamSaw().get().headers().all("x-number"));
      assertEquals(Vector.of("kept"), exchange.logs().map(LogEntry::text));
    }
    assertEquals(4, plugin.metric("foreign.requests").get());
    assertEquals(4, plugin.metric("foreign.last").get());
  }
}
