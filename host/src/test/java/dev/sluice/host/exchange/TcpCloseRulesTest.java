package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How a connection ends, and what plugins are told of it. As in Envoy, {@code network/connection_impl.cc} and {@code tcp_proxy.cc}. */
class TcpCloseRulesTest {
  private static final List<String> END = List.of("done 2", "log 2", "delete 2");

  private final List<String> told = new ArrayList<>();

  @Test
  void theProxyClosesWhatTheClientEndsFirst() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamEnd();
      assertFalse(talk.isClosed());
      talk.upstreamEnd();
      assertTrue(talk.isClosed());
    }
    expectEnd("down 0  end", "up 0  end", "upstream closed by UNKNOWN", "downstream closed by LOCAL");
  }

  @Test
  void theClientClosesWhatTheUpstreamEndsFirst() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.upstreamEnd();
      assertFalse(talk.isClosed());
      talk.downstreamData("late").downstreamEnd();
      assertTrue(talk.isClosed());
      assertEquals("late", talk.upstream().text());
    }
    expectEnd("up 0  end", "upstream closed by UNKNOWN", "down 4 late", "down 0  end", "downstream closed by REMOTE");
  }

  @Test
  void theClientsConnectionIsClosedWithTheUpstreamsThoughDataIsHeld() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.upstreamData("a?").downstreamEnd().upstreamEnd();
      assertTrue(talk.isClosed());
      assertEquals("", talk.client().text());
    }
    expectEnd("up 2 a?", "down 0  end", "up 2 a? end", "upstream closed by UNKNOWN", "downstream closed by LOCAL");
  }

  @Test
  void anEndOfTheUpstreamThatIsHeldIsClosedByTheProxyWhenTheClientEnds() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.upstreamData(Bytes.utf8("a?"), true);
      assertFalse(talk.client().complete());
      talk.downstreamEnd();
      assertTrue(talk.isClosed());
    }
    expectEnd("up 2 a? end", "upstream closed by UNKNOWN", "down 0  end", "downstream closed by LOCAL");
  }

  @Test
  void aClientWhoseEndIsHeldIsClosedWithTheUpstreamsEnd() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData(Bytes.utf8("a?"), true).upstreamEnd();
      assertTrue(talk.isClosed());
      assertFalse(talk.upstream().complete());
    }
    expectEnd("down 2 a? end", "up 0  end", "upstream closed by UNKNOWN", "downstream closed by LOCAL");
  }

  @Test
  void aClientThatIsGoneIsARemoteClose() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("a?").downstreamReset();
      assertTrue(talk.isClosed());
    }
    expectEnd("down 2 a?", "downstream closed by REMOTE");
  }

  @Test
  void anUpstreamThatBreaksIsALocalCloseAndNotToldOtherwise() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      assertTrue(talk.upstreamReset().isClosed());
    }
    expectEnd("downstream closed by LOCAL");
  }

  @Test
  void anUpstreamThatIsNotThereIsALocalClose() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told));
        TcpConversation talk = proxy.connect(0, Map.of(), false)) {
      assertTrue(talk.isClosed());
    }
    expectEnd("downstream closed by LOCAL");
  }

  @Test
  void closeStreamOfEitherSideClosesBothAfterTheCallback() {
    for (StreamType side : List.of(StreamType.DOWNSTREAM, StreamType.UPSTREAM)) {
      told.clear();
      try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
        @Override
        public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
          tell(close(side) + " then");
          return StopOrContinue.CONTINUE;
        }
      }); TcpConversation talk = proxy.connect()) {
        talk.downstreamData("a");
        assertTrue(talk.isClosed());
        assertEquals("", talk.upstream().text());
        talk.downstreamData("b").upstreamData("c");
        assertEquals("", talk.client().text());
      }
      expectEnd("OK then", "downstream closed by LOCAL");
    }
  }

  @Test
  void closeStreamOfANewConnectionConnectsToNoUpstream() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        tell(close(StreamType.DOWNSTREAM).name());
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect()) {
      assertTrue(talk.isClosed());
      assertFalse(talk.isConnected());
    }
    assertEquals(List.of("create 2 in 1", "OK", "downstream closed by LOCAL"), told.subList(0, 3));
  }

  /** The SDKs for Proxy-Wasm fail at that; Envoy does it all the same. */
  @Test
  void aPluginThatClosesAtTheUpstreamsEndIsToldOfThatEndAfterItsOwn() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        close(StreamType.DOWNSTREAM);
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.upstreamEnd();
    }
    assertEquals(List.of("downstream closed by LOCAL", "done 2", "log 2", "delete 2", "upstream closed by UNKNOWN"),
        told.subList(2, 7));
  }

  @Test
  void aConnectionThatIsNotDoneIsDeletedAllTheSame() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public boolean onDone(int contextId) {
        super.onDone(contextId);
        return false;
      }

      @Override
      public void onLog(int contextId) {
        tell("log, done " + host.flow().done());
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamReset();
      assertEquals(List.of("done 2", "log, done NOT_FOUND", "delete 2"), told.subList(3, 6));
    }
  }

  @Test
  void aHostCallsOnlyWhatIsExported() {
    PluginSpec spec = PluginSpec.of("test",
        JvmPlugin.of(host -> new TcpPlugin(host, told)).exporting(EnumSet.of(Callback.UPSTREAM_DATA)));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); TcpConversation talk = proxy.connect()) {
      assertEquals("a", talk.downstreamData("a").upstream().text());
      talk.upstreamData("b");
    }
    assertEquals(List.of("up 1 b"), told);
  }

  @Test
  void aFailedVmClosesItsConnectionsAndIsNotCalledAgain() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(Failing::new));
        TcpConversation other = proxy.connect();
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("fail");
      assertTrue(talk.isClosed());
      assertEquals("", talk.upstream().text());
      assertTrue(talk.log().getLast().text().contains("boom"), talk.log().toString());
      assertFalse(other.isClosed());
      assertTrue(other.upstreamData("x").isClosed());
      try (TcpConversation next = proxy.connect()) {
        assertTrue(next.isClosed());
      }
    }
    assertEquals(List.of("new 2", "new 3", "down 4 fail"), seen("new", "down"));
    assertEquals(List.of(), seen("downstream", "done", "up"));
  }

  @Test
  void aFailedVmLetsConnectionsThroughWhereThePolicySaysSo() {
    PluginSpec spec = TestPlugin.spec(Failing::new).withFailurePolicy(FailurePolicy.FAIL_OPEN);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("fail").downstreamData(" on");
      assertEquals("fail on", talk.upstream().text());
      assertEquals("up", talk.upstreamData("up").client().text());
      try (TcpConversation next = proxy.connect()) {
        assertEquals("x", next.downstreamData("x").upstream().text());
      }
    }
    assertEquals(List.of("new 2", "down 4 fail"), seen("new", "down", "up"));
  }

  @Test
  void anOldConfigurationEndsWithItsLastConnection() {
    PluginSpec spec = TcpPlugin.spec(told);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec); TcpConversation talk = proxy.connect()) {
      proxy.update(0, spec.withConfiguration("new"));
      talk.downstreamData("a");
      assertEquals("down 1 a", told.getLast());
      talk.downstreamReset();
    }
    assertEquals(List.of("done 2", "log 2", "delete 2", "done 1", "delete 1"), told.subList(4, 9));
  }

  @Test
  void whatIsLoggedBelongsToTheConnection() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        log("hello");
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect(); TcpConversation other = proxy.connect()) {
      assertEquals(List.of("[info] test#2 hello"), talk.log().stream().map(LogLine::toString).toList());
      assertEquals(List.of("[info] test#3 hello"), other.log().stream().map(LogLine::toString).toList());
    }
  }

  private List<String> seen(String... beginnings) {
    return told.stream().filter(line -> List.of(beginnings).contains(line.split(" ", -1)[0])).toList();
  }

  /** What was told of connection 2 after it was new, without the end of the plugin itself. */
  private void expectEnd(String... lines) {
    List<String> expected = new ArrayList<>(List.of(lines));
    expected.addAll(END);
    assertEquals(expected, told.subList(2, told.size() - 2));
  }

  private static EmbeddedProxy start(Function<Hostcalls, HostCallbacks> plugin) {
    return EmbeddedProxy.start(TestPlugin.spec(plugin));
  }

  private final class Failing extends TcpPlugin {
    Failing(Hostcalls host) {
      super(host, TcpCloseRulesTest.this.told);
    }

    @Override
    public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
      super.onDownstreamData(contextId, dataSize, endOfStream);
      throw new IllegalStateException("boom");
    }
  }
}
