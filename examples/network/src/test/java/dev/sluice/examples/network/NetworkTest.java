package dev.sluice.examples.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.tcp.TcpConnection;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

@UsePlugin(Network.class)
@UseProxy(tcp = true)
class NetworkTest {
  @EveryPlace
  void whatBothSidesSendIsTold(PluginUnderTest plugin) {
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("hello\n", connection.send("hello\n").receive(6).utf8());
    }
    plugin.await("the end", () -> plugin.logs().map(LogEntry::text).contains("closed"));
    Vector<String> lines = plugin.logs().map(LogEntry::text);
    assertTrue(lines.head().matches("connected: [0-9.]+|connected: somebody"), lines::toString);
    assertEquals(Vector.of("client: hello\\x0a", "upstream: hello\\x0a", "closed"), lines.tail());
    assertEquals(Option.some(1L), plugin.metric("connections"));
  }
}
