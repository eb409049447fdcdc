package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Several plugins on one connection. As in Envoy, {@code network/filter_manager_impl.cc}. */
class TcpChainRulesTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void whatTheClientSendsMeetsThemInOrderAndWhatTheUpstreamSendsInReverse() {
    try (EmbeddedProxy proxy = start(TcpPlugin.spec("a", told), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("1").upstreamData("2");
    }
    assertEquals(List.of("a create 2 in 1", "a new 2", "b create 2 in 1", "b new 2", "a down 1 1", "b down 1 1",
        "b up 1 2", "a up 1 2", "a downstream closed by REMOTE", "a done 2", "a log 2", "a delete 2",
        "b downstream closed by REMOTE", "b done 2", "b log 2", "b delete 2"), told.subList(0, 16));
  }

  @Test
  void eachIsToldOfTheUpstreamsCloseWhenItSeesItsEnd() {
    try (EmbeddedProxy proxy = start(TcpPlugin.spec("a", told), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      talk.upstreamEnd();
    }
    assertEquals(
        List.of("b up 0  end", "b upstream closed by UNKNOWN", "a up 0  end", "a upstream closed by UNKNOWN"),
        told.subList(4, 8));
  }

  @Test
  void whatTheSecondHoldsTheFirstSeesAgainAsItLeftIt() {
    try (EmbeddedProxy proxy = start(marking("<"), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("x?");
      assertEquals(Option.some("test"), talk.holder());
      assertEquals("<<x?y", talk.downstreamData("y").upstream().text());
    }
    assertEquals(List.of("b down 3 <x?", "b down 5 <<x?y"), told.subList(2, 4));
  }

  @Test
  void whatTheSecondLetsGoOnTheFirstDoesNotSeeAgain() {
    try (EmbeddedProxy proxy = start(marking("<"), resuming("b"));
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("x?").upstreamData("go");
      assertEquals("<x?", talk.upstream().text());
    }
  }

  @Test
  void whatTheFirstLetsGoOnTheSecondSees() {
    try (EmbeddedProxy proxy = start(resuming("a"), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("x?");
      assertEquals(List.of("a down 2 x?"), told.subList(4, told.size()));
      talk.upstreamData("go");
      assertEquals(List.of("b up 2 go", "a up", "b down 2 x?"), told.subList(5, told.size()));
    }
  }

  @Test
  void aStopDoesNotCountOnceTheStreamHasBeenContinued() {
    try (EmbeddedProxy proxy = start(spec("a", host -> new TcpPlugin(host, "a ", told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        go(StreamType.DOWNSTREAM);
        return endOfStream ? StopOrContinue.CONTINUE : StopOrContinue.STOP_ITERATION;
      }
    }), TcpPlugin.spec("b", told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("x").downstreamEnd();
      assertEquals("x", talk.upstream().text());
      assertTrue(talk.upstream().complete());
    }
    // Both the call and the result let the end go on; that it comes twice is Envoy's way.
    assertEquals(List.of("b down 1 x", "b down 0  end", "b down 0  end"), told.subList(4, 7));
  }

  @Test
  void aBufferThatTheFirstHasEmptiedIsNotShownToTheSecond() {
    try (EmbeddedProxy proxy = start(emptying("a"), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      talk.downstreamData("x");
      assertEquals("", talk.upstream().text());
      assertEquals(4, told.size(), told.toString());
      talk.downstreamEnd();
      assertEquals("b down 0  end", told.getLast());
    }
  }

  @Test
  void whatTheSecondHasEmptiedIsShownToTheFirstOnTheWayToTheClient() {
    try (EmbeddedProxy proxy = start(TcpPlugin.spec("a", told), emptying("b"));
        TcpConversation talk = proxy.connect()) {
      assertEquals("", talk.upstreamData("x").client().text());
    }
    assertEquals("a up 0 ", told.get(4));
  }

  @Test
  void whatTheSecondHoldsOfTheUpstreamTheFirstSeesLaterAndOnce() {
    try (EmbeddedProxy proxy = start(TcpPlugin.spec("a", told), TcpPlugin.spec("b", told));
        TcpConversation talk = proxy.connect()) {
      assertEquals("x?y", talk.upstreamData("x?").upstreamData("y").client().text());
    }
    assertEquals(List.of("b up 2 x?", "b up 3 x?y", "a up 3 x?y"), told.subList(4, 7));
  }

  @Test
  void theSecondIsNotToldOfAConnectionThatTheFirstHasStopped() {
    try (EmbeddedProxy proxy = start(spec("a", host -> new TcpPlugin(host, "a ", told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        return StopOrContinue.STOP_ITERATION;
      }
    }), TcpPlugin.spec("b", told)); TcpConversation talk = proxy.connect()) {
      assertEquals(Option.some("test"), talk.holder());
    }
    assertEquals(List.of("a create 2 in 1", "a downstream closed by REMOTE", "a done 2", "a log 2", "a delete 2",
        "a done 1", "a delete 1", "b done 1", "b delete 1"), told);
  }

  @Test
  void whenTheSecondClosesTheFirstIsToldBeforeIt() {
    try (EmbeddedProxy proxy =
        start(TcpPlugin.spec("a", told), spec("b", host -> new TcpPlugin(host, "b ", told) {
          @Override
          public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
            close(StreamType.UPSTREAM);
            return StopOrContinue.CONTINUE;
          }
        })); TcpConversation talk = proxy.connect()) {
      assertTrue(talk.upstreamData("x").isClosed());
    }
    assertEquals("a downstream closed by LOCAL", told.get(4));
    assertEquals("b downstream closed by LOCAL", told.get(8));
  }

  private static EmbeddedProxy start(PluginSpec... plugins) {
    return EmbeddedProxy.start(HostEnvironment.deterministic(), plugins);
  }

  private static PluginSpec spec(String vm, Function<Hostcalls, HostCallbacks> factory) {
    return TestPlugin.spec(factory).withVmId(vm);
  }

  private static PluginSpec marking(String mark) {
    return spec("marking", host -> new TestPlugin(host) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        host.buffers().set(BufferType.DOWNSTREAM_DATA, 0, 0, Bytes.utf8(mark));
        return StopOrContinue.CONTINUE;
      }
    });
  }

  private PluginSpec emptying(String name) {
    return spec(name, host -> new TcpPlugin(host, name + " ", told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        put(BufferType.DOWNSTREAM_DATA, 0, dataSize, "");
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        put(BufferType.UPSTREAM_DATA, 0, dataSize, "");
        return StopOrContinue.CONTINUE;
      }
    });
  }

  /** Lets go on what the client has sent when something comes from the upstream. */
  private PluginSpec resuming(String name) {
    return spec(name, host -> new TcpPlugin(host, name + " ", told) {
      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell("up");
        go(StreamType.DOWNSTREAM);
        return StopOrContinue.CONTINUE;
      }
    });
  }
}
