package dev.sluice.examples.multipledispatches;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicInteger;

@UsePlugin(MultipleDispatches.class)
@UseProxy(clusters = "service")
class MultipleDispatchesTest {
  @EveryPlace
  void allAnswersAreWaitedFor(PluginUnderTest plugin) {
    AtomicInteger asked = new AtomicInteger();
    plugin.cluster("service", Callee.of(request -> {
      asked.incrementAndGet();
      return Response.of(request.target().equals("/part/9") ? 204 : 200, "");
    }));
    Exchange exchange = plugin.send(get("/"));
    assertEquals("upstream", exchange.text());
    assertEquals(Vector.of("10"), exchange.headers().all("total-dispatched"));
    assertEquals(Vector.of("200, 204"), exchange.headers().all("x-first-and-last"));
    assertEquals(10, asked.get());
  }

  @EveryPlace
  void oneThatFailsFailsThemAll(PluginUnderTest plugin) {
    plugin.cluster("service",
        Callee.of(request -> Response.of(request.target().equals("/part/5") ? 500 : 200, "")));
    assertEquals(503, plugin.send(get("/")).status());
  }
}
