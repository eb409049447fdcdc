package dev.sluice.testkit.acceptance.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.EveryPlace;
import dev.sluice.testkit.LogEntry;
import dev.sluice.testkit.PluginUnderTest;
import dev.sluice.testkit.UsePlugin;
import dev.sluice.testkit.UseProxy;
import dev.sluice.testkit.tcp.TcpConnection;
import dev.sluice.testkit.tcp.TcpScript;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Timeout;

/** What plugins see of connections is the same on the model as in Envoy. */
@UsePlugin(value = TalkPlugin.class, name = "a", settings = "a")
@UseProxy(tcp = true)
@Timeout(120)
class TcpRulesTest {
  private static final TcpScript SILENCE = data -> Bytes.EMPTY;

  @EveryPlace
  void heldDataIsSeenAgainUntilItGoesOn(PluginUnderTest plugin) {
    plugin.tcpUpstream(data -> Bytes.utf8("ok"));
    try (TcpConnection connection = plugin.connect()) {
      connection.send("1 ahold ").send("2 ").send("ago");
      assertEquals("oka", connection.receive(3).utf8());
    }
    expect(plugin, "a new", "a down 1 ahold ", "a down 1 ahold a2 ", "a down 1 ahold a2 aago",
        "a goes on OK UNIMPLEMENTED", "a up ok", "a down  end", "a up  end", "a upstream closed by UNKNOWN",
        "a downstream closed by LOCAL", "a delete");
    assertEquals("1 ahold a2 aagoa", plugin.tcpUpstreamSaw().utf8());
  }

  @EveryPlace
  void heldDataOfTheUpstreamIsSeenAgainWithWhatFollows(PluginUnderTest plugin) {
    plugin.tcpUpstream(data -> Bytes.utf8(data.utf8().startsWith("1") ? "ahold" : "x"));
    try (TcpConnection connection = plugin.connect()) {
      connection.send("1");
      plugin.await("the answer is held", () -> plugin.logs().exists(line -> line.text().equals("a up ahold")));
      connection.send("2");
      plugin.await("it is seen again", () -> plugin.logs().exists(line -> line.text().equals("a up aholdax")));
      assertEquals("", connection.end().receiveRest().utf8());
    }
    expect(plugin, "a new", "a down 1", "a up ahold", "a down 2", "a up aholdax", "a down  end", "a up aholdaxa end",
        "a upstream closed by UNKNOWN", "a downstream closed by LOCAL", "a delete");
  }

  @EveryPlace
  void anEndOfTheUpstreamComesFirst(PluginUnderTest plugin) {
    plugin.tcpUpstream(TcpScript.once(Bytes.EMPTY));
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("x").receiveRest().utf8());
    }
    expect(plugin, "a new", "a down x", "a up  end", "a upstream closed by UNKNOWN", "a down  end",
        "a downstream closed by REMOTE", "a delete");
  }

  @EveryPlace
  void theConnectionIsClosedFromEitherDirection(PluginUnderTest plugin) {
    plugin.tcpUpstream(SILENCE);
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("aclose").receiveRest().utf8());
    }
    plugin.tcpUpstream(data -> Bytes.utf8("aupclose"));
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("x").receiveRest().utf8());
    }
    Vector<String> end = Vector.of("a closes OK", "a downstream closed by LOCAL", "a delete");
    expect(plugin, Vector.of("a new", "a down aclose")
        .appendAll(end)
        .appendAll(Vector.of("a new", "a down x", "a up aupclose"))
        .appendAll(end)
        .toJavaArray(String[]::new));
    assertEquals("xa", plugin.tcpUpstreamSaw().utf8());
  }

  @EveryPlace
  @UsePlugin(value = TalkPlugin.class, name = "a", settings = "a")
  @UsePlugin(value = TalkPlugin.class, name = "b", settings = "b")
  void whatTheSecondHoldsTheFirstSeesAgain(PluginUnderTest plugin) {
    plugin.tcpUpstream(data -> Bytes.utf8("ok"));
    try (TcpConnection connection = plugin.connect()) {
      connection.send("1 bhold ").send("2 ").send("bgo");
      assertEquals("okba", connection.receive(4).utf8());
    }
    expect(plugin, "a new", "b new", "a down 1 bhold ", "b down 1 bhold a", "a down 1 bhold ab2 ",
        "b down 1 bhold ab2 a", "a down 1 bhold ab2 abbgo", "b down 1 bhold ab2 abbgoa", "b goes on OK UNIMPLEMENTED",
        "b up ok", "a up okb", "a down  end", "b down  end", "b up  end", "b upstream closed by UNKNOWN",
        "a up  end", "a upstream closed by UNKNOWN", "a downstream closed by LOCAL", "a delete",
        "b downstream closed by LOCAL", "b delete");
  }

  @EveryPlace
  @UsePlugin(value = TalkPlugin.class, name = "a", settings = "a")
  @UsePlugin(value = TalkPlugin.class, name = "b", settings = "b")
  void whatTheFirstHasDroppedTheSecondSeesOnItsWayToTheClientOnly(PluginUnderTest plugin) {
    plugin.tcpUpstream(data -> Bytes.utf8(data.utf8().startsWith("1") ? "bdrop" : "ok"));
    try (TcpConnection connection = plugin.connect()) {
      connection.send("adrop").send("1");
      plugin.await("the drop", () -> plugin.logs().exists(line -> line.text().equals("a up ")));
      assertEquals("okba", connection.send("2").receive(4).utf8());
    }
    expect(plugin, "a new", "b new", "a down adrop", "a down 1", "b down 1a", "b up bdrop", "a up ", "a down 2",
        "b down 2a", "b up ok", "a up okb", "a down  end", "b down  end", "b up  end", "b upstream closed by UNKNOWN",
        "a up  end", "a upstream closed by UNKNOWN", "a downstream closed by LOCAL", "a delete",
        "b downstream closed by LOCAL", "b delete");
    assertEquals("1ab2ab", plugin.tcpUpstreamSaw().utf8());
  }

  @EveryPlace
  @UsePlugin(value = TalkPlugin.class, name = "a", settings = "a")
  @UsePlugin(value = TalkPlugin.class, name = "b", settings = "b")
  void goingOnAndContinuingPassesDataOnce(PluginUnderTest plugin) {
    plugin.tcpUpstream(data -> Bytes.utf8("ok"));
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("okba", connection.send("aboth").receive(4).utf8());
    }
    expect(plugin, "a new", "b new", "a down aboth", "a goes on OK UNIMPLEMENTED", "b down abotha", "b up ok",
        "a up okb",
        "a down  end", "b down  end", "b up  end", "b upstream closed by UNKNOWN", "a up  end",
        "a upstream closed by UNKNOWN", "a downstream closed by LOCAL", "a delete", "b downstream closed by LOCAL",
        "b delete");
  }

  @EveryPlace
  @UsePlugin(value = TalkPlugin.class, name = "a", settings = "a")
  @UsePlugin(value = TalkPlugin.class, name = "b", settings = "b")
  void whenTheSecondClosesTheFirstIsToldBeforeIt(PluginUnderTest plugin) {
    plugin.tcpUpstream(TcpScript.once(Bytes.utf8("bclose")));
    try (TcpConnection connection = plugin.connect()) {
      assertEquals("", connection.send("x").receiveRest().utf8());
    }
    plugin.await("the end", () -> plugin.logs().exists(line -> line.text().equals("b delete")));
    Vector<String> lines = plugin.logs().map(LogEntry::text);
    assertEquals(Vector.of("a downstream closed by LOCAL", "a delete", "b downstream closed by LOCAL", "b delete"),
        lines.drop(lines.indexOf("b closes OK") + 1).take(4));
  }

  /** All lines of a test whose last connection has ended. */
  private static void expect(PluginUnderTest plugin, String... lines) {
    Vector<String> expected = Vector.of(lines);
    plugin.await("the end", () -> plugin.logs().count(line -> line.text().endsWith("delete")) == expected
        .count(line -> line.endsWith("delete")));
    assertEquals(expected, plugin.logs().map(LogEntry::text));
  }
}
