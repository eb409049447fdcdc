package dev.sluice.testkit.acceptance.conformance;

import static dev.sluice.testkit.http.Request.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.Exchange;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

@UsePlugin(TickPlugin.class)
class TickTest {
  @EveryPlace
  @Covers({"proxy_on_tick", "proxy_set_effective_context", "proxy_continue_stream", "proxy_done"})
  void aTickLetsAHeldRequestGoOn(PluginUnderTest plugin) {
    for (int i = 0; i < 2; i++) {
      Exchange exchange = plugin.send(get("/"));
      assertEquals(200, exchange.status());
      assertEquals(Option.some("yes"), exchange.upstreamSaw().get().headers().first("x-tick"));
      assertEquals(Option.none(), exchange.upstreamSaw().get().headers().first("x-late"));
    }
    Vector<String> once = Vector.of(
        "without BAD_ARGUMENT, nobody BAD_ARGUMENT, chosen OK, with OK",
        "goes on OK, after BAD_ARGUMENT, done NOT_FOUND");
    assertEquals(once.appendAll(once), plugin.logs().map(LogEntry::text));
  }
}
