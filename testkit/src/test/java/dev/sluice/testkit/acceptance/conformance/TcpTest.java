package dev.sluice.testkit.acceptance.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.tcp.TcpConnection;
import io.vavr.collection.Vector;

@UsePlugin(TcpPlugin.class)
@UseProxy(tcp = true)
class TcpTest {
  @EveryPlace
  @Covers({"proxy_on_context_create", "proxy_on_new_connection", "proxy_on_downstream_data", "proxy_on_upstream_data",
      "proxy_on_upstream_connection_close", "proxy_on_downstream_connection_close", "proxy_on_done", "proxy_on_log",
      "proxy_on_delete", "proxy_done", "proxy_call_foreign_function"})
  void marksWhatGoesEitherWay(PluginUnderTest plugin) {
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("<one>", connection.send("one").receive(5).utf8());
      assertEquals("<two>", connection.send("two").receive(5).utf8());
      assertEquals("", connection.end().receiveRest().utf8());
    }
    assertEquals("one>two>", plugin.tcpUpstreamSaw().utf8());
    plugin.await("the end", () -> plugin.logs().exists(line -> line.text().equals("delete")));
    assertEquals(
        Vector.of("stream", "connection", "foreign NOT_FOUND", "to upstream one", "to upstream two", "to upstream  end",
            "upstream closed",
            "downstream closed by LOCAL", "done", "log", "already done NOT_FOUND", "delete"),
        plugin.logs().map(LogEntry::text));
  }

  @EveryPlace
  @Covers("proxy_close_stream")
  void closesTheConnection(PluginUnderTest plugin) {
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("quit").receiveRest().utf8());
    }
    assertEquals("", plugin.tcpUpstreamSaw().utf8());
  }
}
