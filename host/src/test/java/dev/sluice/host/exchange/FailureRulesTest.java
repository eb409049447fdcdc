package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();

  @Test
  void aFailedVmFailsClosedForGood() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(Failing::new))) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/fail"), seen -> UP);
      assertEquals(503, outcome.status());
      assertEquals("wasm_fail_stream", outcome.localReply().get());
      assertEquals(LogLevel.CRITICAL, outcome.log().get(0).level());
      assertTrue(outcome.log().get(0).text().contains("boom"), outcome.log().toString());
      assertEquals(503, proxy.exchange(HttpRequest.get("/"), seen -> UP).status());
    }
    assertEquals(List.of("/fail"), told);
  }

  @Test
  void aFailedVmLetsRequestsThroughWhereThePolicySaysSo() {
    PluginSpec spec = TestPlugin.spec(Failing::new).withFailurePolicy(FailurePolicy.FAIL_OPEN);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      assertEquals("up", proxy.exchange(HttpRequest.get("/fail"), seen -> UP).text());
      assertEquals("up", proxy.exchange(HttpRequest.get("/"), seen -> UP).text());
    }
    assertEquals(List.of("/fail"), told);
  }

  @Test
  void aFailedVmIsReplacedAfterThePauseWhereThePolicySaysSo() {
    VirtualClock clock = new VirtualClock();
    PluginSpec spec = TestPlugin.spec(Failing::new).withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withClock(clock), spec)) {
      assertEquals(503, proxy.exchange(HttpRequest.get("/fail"), seen -> UP).status());
      assertEquals(503, proxy.exchange(HttpRequest.get("/early"), seen -> UP).status());
      clock.advance(Duration.ofSeconds(1));
      assertEquals(200, proxy.exchange(HttpRequest.get("/late"), seen -> UP).status());
    }
    assertEquals(List.of("/fail", "/late"), told);
  }

  @Test
  void deepRecursionIsAFailureOfTheVm() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return headerCount < 0 ? HeadersStatus.CONTINUE : onRequestHeaders(contextId, headerCount | 1, endOfStream);
      }
    }))) {
      HttpOutcome outcome = proxy.exchange(HttpRequest.get("/"), seen -> UP);
      assertEquals(503, outcome.status());
      assertTrue(outcome.log().get(0).text().contains("call stack exhausted"), outcome.log().toString());
    }
  }

  private final class Failing extends TestPlugin {
    Failing(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      String path = told(request(":path"));
      told.add(path);
      if (path.equals("/fail")) {
        throw new IllegalStateException("boom");
      }
      return HeadersStatus.CONTINUE;
    }
  }
}
