package dev.sluice.testkit.acceptance.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.http.Callee;
import dev.sluice.testkit.http.Response;
import dev.sluice.testkit.tcp.TcpConnection;

/** Pipelines of connections: held at their beginning, rewritten and closed. */
@UsePlugin(ConnectionPlugin.class)
@UseProxy(tcp = true, clusters = "who")
class ConnectionTest {
  private static final Callee ANN = Callee.of(request -> Response.of(200, "ann"));

  @EveryPlace
  void rewritesBothWays(PluginUnderTest plugin) {
    plugin.cluster("who", ANN);
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("color ******7890.", connection.send("colour 1234567890.").receive(17).utf8());
    }
    plugin.await("the log of the end", () -> plugin.logs().map(LogEntry::text).contains("ann"));
    assertEquals("color 1234567890.", plugin.tcpUpstreamSaw().utf8());
  }

  @EveryPlace
  void variablesOutlastTheCallback(PluginUnderTest plugin) {
    plugin.cluster("who", ANN);
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("ann", connection.send("who").receive(3).utf8());
    }
  }

  @EveryPlace
  void closesOnABadWord(PluginUnderTest plugin) {
    plugin.cluster("who", ANN);
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("forbidden").receiveRest().utf8());
    }
    assertEquals(Bytes.EMPTY, plugin.tcpUpstreamSaw());
  }

  @EveryPlace
  void aClientThatMayNotConnectIsTurnedAway(PluginUnderTest plugin) {
    plugin.cluster("who", Callee.of(request -> Response.of(500, "")));
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.receiveRest().utf8());
    }
  }
}
