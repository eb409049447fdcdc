package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.StopOrContinue;
import dev.sluice.abi.StreamType;
import dev.sluice.host.model.HostEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a connection's data plugins may have the host hold. The sizes are those that Envoy 1.40.0 has. */
class TcpLimitRulesTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void whatIsHeldIsLimitedByReadingNoMore() {
    HostEnvironment environment = HostEnvironment.deterministic().withBufferLimit(40_000);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(environment, TestPlugin.spec(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onDownstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell("down " + dataSize + (endOfStream ? " end" : ""));
        return StopOrContinue.STOP_ITERATION;
      }

      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        go(StreamType.DOWNSTREAM);
        return StopOrContinue.CONTINUE;
      }
    })); TcpConversation talk = proxy.connect()) {
      talk.downstreamData(Bytes.wrap(new byte[100_000]), true);
      assertEquals(List.of("down 40000", "down 56384"), told.subList(2, told.size()));
      assertFalse(talk.readsClient());
      talk.upstreamData("x");
      assertEquals(56_384, talk.upstream().body().length());
      assertEquals(List.of("down 40000", "down 43616 end"), told.subList(4, told.size()));
      talk.upstreamData("y");
      assertEquals(100_000, talk.upstream().body().length());
      assertTrue(talk.readsClient());
    }
  }

  @Test
  void whatTheUpstreamSendsIsLimitedTheSameWay() {
    HostEnvironment environment = HostEnvironment.deterministic().withBufferLimit(40_000);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(environment, TestPlugin.spec(host -> new TcpPlugin(host, told) {
      @Override
      public StopOrContinue onUpstreamData(int contextId, int dataSize, boolean endOfStream) {
        tell("up " + dataSize);
        return StopOrContinue.STOP_ITERATION;
      }
    })); TcpConversation talk = proxy.connect()) {
      talk.upstreamData(Bytes.wrap(new byte[100_000]), false);
      assertEquals(List.of("up 40000", "up 56384"), told.subList(2, told.size()));
      assertFalse(talk.readsUpstream());
      assertTrue(talk.readsClient());
    }
  }
}
