package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.MapType;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.HeaderMapCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that wait for the answer to a callout, or for a tick. */
class TcpCalloutRulesTest extends CalloutFixture {
  @Test
  void aConnectionWaitsForAnAnswer() {
    cluster("one", request -> Reaction.of(HttpResponse.of(200, "ann")));
    try (EmbeddedProxy proxy = proxy(Asking::new); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("early ");
      assertEquals("", talk.upstream().text());
      proxy.advance(Duration.ofSeconds(1));
      assertTrue(talk.isConnected());
      assertEquals("early late", talk.downstreamData("late").upstream().text());
      assertEquals("proxy_http_call", talk.hostcalls().get(0).name());
    }
    assertEquals(List.of("create 2 in 1", "new 2", "answer 200 ann OK OK"), told.subList(0, 3));
  }

  @Test
  void anAnswerClosesTheConnection() {
    cluster("one", request -> Reaction.of(HttpResponse.of(403, "")));
    try (EmbeddedProxy proxy = proxy(Asking::new); TcpConversation talk = proxy.connect()) {
      proxy.advance(Duration.ofSeconds(1));
      assertTrue(talk.isClosed());
      assertEquals(List.of("answer 403  OK OK", "downstream closed by LOCAL"), told.subList(2, 4));
    }
  }

  @Test
  void anAnswerThatComesAfterTheCloseFindsNoConnection() {
    cluster("one", request -> Reaction.of(HttpResponse.of(200, "ann")));
    try (EmbeddedProxy proxy = proxy(Asking::new); TcpConversation talk = proxy.connect()) {
      talk.downstreamReset();
      proxy.advance(Duration.ofSeconds(1));
    }
    assertEquals("answer 200 ann BAD_ARGUMENT OK", told.get(6));
  }

  @Test
  void heldDataIsReadAndChangedFromATick() {
    try (EmbeddedProxy proxy = proxy(host -> new TcpPlugin(host, told) {
      private int stream;

      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        stream = contextId;
        host.time().tickPeriod(10);
        return super.onDownstreamData(contextId, dataSize, endOfStream);
      }

      @Override
      public void onTick(int rootContextId) {
        host.time().tickPeriod(0);
        tell("tick [" + read(BufferType.DOWNSTREAM_DATA) + "] " + host.flow().setEffectiveContext(stream) + " ["
            + read(BufferType.DOWNSTREAM_DATA) + "] " + put(BufferType.DOWNSTREAM_DATA, 0, 0, "t") + " "
            + go(StreamType.DOWNSTREAM));
      }
    }); TcpConversation talk = proxy.connect()) {
      talk.downstreamData("a?");
      proxy.advance(Duration.ofSeconds(1));
      assertEquals("ta?", talk.upstream().text());
    }
    assertEquals("tick [] OK [a?] OK OK", told.get(3));
  }

  /** Asks the cluster {@code one} for each connection; 200 lets it go on. */
  private final class Asking extends TcpPlugin {
    private int stream;

    Asking(Hostcalls host) {
      super(host, TcpCalloutRulesTest.this.told);
    }

    @Override
    public StopOrContinue onNewConnection(int contextId) {
      super.onNewConnection(contextId);
      stream = contextId;
      host.httpCallouts()
          .dispatch(Bytes.utf8("one"), HeaderMapCodec.encode(List.of(AskingPlugin.POST)), Bytes.EMPTY, Bytes.EMPTY, 0);
      return StopOrContinue.STOP_ITERATION;
    }

    @Override
    public void onHttpCallResponse(int rootContextId, int token, int headerCount, int bodySize, int trailerCount) {
      String status = told(host.headers().value(MapType.HTTP_CALL_RESPONSE_HEADERS, Bytes.utf8(":status")));
      String body = read(BufferType.HTTP_CALL_RESPONSE_BODY);
      String chosen = host.flow().setEffectiveContext(stream).name();
      tell("answer " + status + " " + body + " " + chosen + " "
          + (status.equals("200") ? go(StreamType.DOWNSTREAM) : close(StreamType.DOWNSTREAM)));
    }
  }
}
