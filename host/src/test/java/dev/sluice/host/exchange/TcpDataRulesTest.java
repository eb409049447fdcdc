package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a plugin sees, changes and keeps of a connection's data. As in Envoy, {@code network/filter_manager_impl.cc}. */
class TcpDataRulesTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void dataPassesEitherWayAndIsSeen() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("one").upstreamData("two").downstreamData("three");
      assertEquals("onethree", talk.upstream().text());
      assertEquals("two", talk.client().text());
    }
    assertEquals(List.of("create 2 in 1", "new 2", "down 3 one", "up 3 two", "down 5 three"), told.subList(0, 5));
  }

  @Test
  void heldDataIsSeenAgainWithWhatFollows() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("a?").downstreamData("b?");
      assertEquals("", talk.upstream().text());
      assertEquals(Option.some("test"), talk.holder());
      talk.downstreamData("c").downstreamData("d");
      assertEquals("a?b?cd", talk.upstream().text());
      assertEquals(Option.none(), talk.holder());
    }
    assertEquals(List.of("down 2 a?", "down 4 a?b?", "down 5 a?b?c", "down 1 d"), told.subList(2, 6));
  }

  @Test
  void heldDataOfTheUpstreamIsSeenAgainWithWhatFollows() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.upstreamData("a?");
      assertEquals("", talk.client().text());
      assertEquals(Option.some("test"), talk.holder());
      talk.upstreamData("b");
      assertEquals("a?b", talk.client().text());
    }
    assertEquals(List.of("up 2 a?", "up 3 a?b"), told.subList(2, 4));
  }

  @Test
  void theEndCanBeHeldToo() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("a?").downstreamEnd();
      assertEquals("", talk.upstream().text());
      assertFalse(talk.upstream().complete());
      assertFalse(talk.isClosed());
    }
    assertEquals(List.of("down 2 a?", "down 2 a? end"), told.subList(2, 4));
  }

  @Test
  void theEndComesWithTheLastDataOrAlone() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TcpPlugin.spec(told)); TcpConversation talk = proxy.connect()) {
      talk.upstreamData(Bytes.utf8("a"), true).downstreamData("b").downstreamEnd();
      assertTrue(talk.client().complete());
      assertTrue(talk.upstream().complete());
    }
    assertEquals(List.of("up 1 a end", "upstream closed by UNKNOWN", "down 1 b", "down 0  end"), told.subList(2, 6));
  }

  @Test
  void buffersAreChangedAtTheirEnds() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell(put(BufferType.DOWNSTREAM_DATA, 0, 0, "<") + " " + put(BufferType.DOWNSTREAM_DATA, 99, 0, ">") + " "
            + put(BufferType.DOWNSTREAM_DATA, 1, 1, "x") + " " + read(BufferType.DOWNSTREAM_DATA));
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        put(BufferType.UPSTREAM_DATA, 0, dataSize, "all new");
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("ab").upstreamData("old");
      assertEquals("<ab>", talk.upstream().text());
      assertEquals("all new", talk.client().text());
    }
    assertEquals("OK OK BAD_ARGUMENT <ab>", told.get(2));
  }

  @Test
  void buffersAreThereInTheirDirectionOnly() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        tell(state());
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell(state());
        return StopOrContinue.CONTINUE;
      }

      private String state() {
        return "[" + read(BufferType.DOWNSTREAM_DATA) + "] " + put(BufferType.DOWNSTREAM_DATA, 0, 0, "") + " ["
            + read(BufferType.UPSTREAM_DATA) + "] " + put(BufferType.UPSTREAM_DATA, 0, 0, "");
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("kept?").upstreamData("b");
      talk.downstreamData("gone").upstreamData("c");
    }
    assertEquals("[] BAD_ARGUMENT [] BAD_ARGUMENT", told.get(1));
    assertEquals("[kept?] OK [b] OK", told.get(3));
    assertEquals("[] BAD_ARGUMENT [c] OK", told.get(5));
  }

  @Test
  void continueStreamLetsGoOnWhatTheClientSent() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        if (dataSize > 2) {
          tell(go(StreamType.DOWNSTREAM).name());
        }
        return StopOrContinue.STOP_ITERATION;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("ab");
      assertEquals("", talk.upstream().text());
      talk.downstreamData("c");
      assertEquals("abc", talk.upstream().text());
      talk.downstreamData("de").downstreamData(Bytes.utf8("f"), true);
      assertEquals("abcdef", talk.upstream().text());
      assertTrue(talk.upstream().complete());
    }
    assertEquals(List.of("OK", "OK"), told.subList(2, 4));
  }

  @Test
  void continueStreamCanComeFromAnotherCallback() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        put(BufferType.DOWNSTREAM_DATA, 0, 0, "late ");
        tell(go(StreamType.DOWNSTREAM).name());
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("a?").upstreamData("x");
      assertEquals("late a?", talk.upstream().text());
      assertEquals(Option.none(), talk.holder());
    }
    assertEquals("OK", told.get(3));
  }

  @Test
  void nothingLetsGoOnWhatTheUpstreamSent() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell(go(StreamType.UPSTREAM) + " " + go(StreamType.HTTP_REQUEST) + " " + go(StreamType.HTTP_RESPONSE));
        return StopOrContinue.STOP_ITERATION;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.upstreamData("a");
      assertEquals("", talk.client().text());
    }
    assertEquals("UNIMPLEMENTED OK OK", told.get(2));
  }

  @Test
  void nothingIsReadFromEitherSideBeforeThereIsAnUpstream() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        return StopOrContinue.STOP_ITERATION;
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("early");
      assertFalse(talk.isConnected());
      assertFalse(talk.readsClient());
      assertEquals(Option.some("test"), talk.holder());
    }
    assertEquals("downstream closed by REMOTE", told.get(1));
  }

  @Test
  void continueStreamLetsAStoppedConnectionGoOn() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        go(StreamType.DOWNSTREAM);
        return StopOrContinue.STOP_ITERATION;
      }
    }); TcpConversation talk = proxy.connect()) {
      assertEquals("now", talk.downstreamData("now").upstream().text());
    }
  }

  @Test
  void attributesAndFilterStateAreProperties() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onNewConnection(int contextId) {
        host.properties().set(Bytes.utf8("mine"), Bytes.utf8("1"));
        return StopOrContinue.CONTINUE;
      }

      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell(told(host.properties().get(PropertyPath.of("source", "address"))) + " "
            + told(host.properties().get(Bytes.utf8("mine"))) + " "
            + told(host.properties().get(Bytes.utf8("plugin_name"))) + " "
            + told(host.properties().get(Bytes.utf8("none"))));
        return StopOrContinue.CONTINUE;
      }
    });
        TcpConversation talk =
            proxy.connect(0, Map.of(PropertyPath.of("source", "address"), Bytes.utf8("10.0.0.1:9")), true)) {
      talk.downstreamData("x");
    }
    assertEquals("10.0.0.1:9 1 test NOT_FOUND", told.get(1));
  }

  @Test
  void whatBelongsToHttpDoesNothing() {
    try (EmbeddedProxy proxy = start(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell(close(StreamType.HTTP_REQUEST) + " " + close(StreamType.HTTP_RESPONSE) + " " + told(request(":path")) + " "
            + set(MapType.REQUEST_HEADERS, "a", "b") + " [" + read(BufferType.HTTP_REQUEST_BODY) + "] "
            + host.replies().send(403, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, -1));
        return StopOrContinue.CONTINUE;
      }
    }); TcpConversation talk = proxy.connect()) {
      assertEquals("x", talk.downstreamData("x").upstream().text());
    }
    assertEquals("OK OK BAD_ARGUMENT BAD_ARGUMENT [] OK", told.get(2));
  }

  private static EmbeddedProxy start(Function<Hostcalls, HostCallbacks> plugin) {
    return EmbeddedProxy.start(TestPlugin.spec(plugin));
  }
}
