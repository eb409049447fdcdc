package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Answer;
import dev.sluice.abi.Callback;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class TickRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();
  private final VirtualClock clock = new VirtualClock();
  private int vms;

  @Test
  void timeIsTheHostsClock() {
    List<Long> times = new ArrayList<>();
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      @Override
      public void onContextCreate(int contextId, int parentContextId) {
        Answer now = host.time().now();
        assertTrue(now.isOk());
        times.add(now.value());
      }
    })) {
      proxy.advance(Duration.ofNanos(1_500));
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    long start = VirtualClock.START.getEpochSecond() * 1_000_000_000L;
    assertEquals(List.of(start, start + 1_500), times);
  }

  @Test
  void ticksComeAgainAndAgain() {
    try (EmbeddedProxy proxy = start(host -> new Ticking(host, 100))) {
      proxy.advance(Duration.ofMillis(99));
      assertEquals(List.of(), told);
      proxy.advance(Duration.ofMillis(201));
    }
    assertEquals(List.of("vm 1 root 1 at 100", "vm 1 root 1 at 200", "vm 1 root 1 at 300"), told);
  }

  @Test
  void eachWorkerAndTheMainThreadTick() {
    ProxyOptions options =
        ProxyOptions.of(HostEnvironment.deterministic().withClock(clock)).withWorkers(2).withMainThread();
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, TestPlugin.spec(host -> new Ticking(host, 100)))) {
      proxy.advance(Duration.ofMillis(100));
    }
    assertEquals(List.of("vm 1 root 1 at 100", "vm 2 root 1 at 100", "vm 3 root 1 at 100"), told);
  }

  @Test
  void pluginsThatShareAVmTickByThemselves() {
    PluginSpec one = TestPlugin.spec(host -> new Ticking(host, root -> root * 100));
    HostEnvironment environment = HostEnvironment.deterministic().withClock(clock);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(environment, one, one.withRootId("two"))) {
      proxy.advance(Duration.ofMillis(250));
    }
    assertEquals(List.of("vm 1 root 1 at 100", "vm 1 root 2 at 200", "vm 1 root 1 at 200"), told);
  }

  @Test
  void aPeriodOfZeroStopsTheTicks() {
    try (EmbeddedProxy proxy = start(host -> new Ticking(host, 100) {
      @Override
      public void onTick(int rootContextId) {
        super.onTick(rootContextId);
        host.time().tickPeriod(0);
      }
    })) {
      proxy.advance(Duration.ofSeconds(1));
    }
    assertEquals(List.of("vm 1 root 1 at 100"), told);
  }

  @Test
  void aNewPeriodCountsFromWhenItIsSet() {
    try (EmbeddedProxy proxy = start(host -> new Ticking(host, 100) {
      @Override
      public void onContextCreate(int contextId, int parentContextId) {
        if (parentContextId != 0) {
          host.time().tickPeriod(70);
        }
      }
    })) {
      proxy.advance(Duration.ofMillis(50));
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
      proxy.advance(Duration.ofMillis(150));
    }
    assertEquals(List.of("vm 1 root 1 at 120", "vm 1 root 1 at 190"), told);
  }

  @Test
  void thePeriodIsAnUnsignedNumber() {
    try (EmbeddedProxy proxy = start(host -> new Ticking(host, -1))) {
      proxy.advance(Duration.ofMillis(0xfffffffeL));
      assertEquals(List.of(), told);
      proxy.advance(Duration.ofMillis(1));
    }
    assertEquals(List.of("vm 1 root 1 at 4294967295"), told);
  }

  @Test
  void theTicksOfAnOldConfigurationEndWithIt() {
    PluginSpec spec = TestPlugin.spec(host -> new Ticking(host, 100));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withClock(clock), spec)) {
      Conversation inFlight = proxy.open().requestHeaders(HttpRequest.get("/"), true);
      proxy.update(0, spec.withConfiguration("new"));
      proxy.advance(Duration.ofMillis(100));
      inFlight.close();
      proxy.advance(Duration.ofMillis(100));
    }
    assertEquals(List.of("vm 1 root 1 at 100", "vm 1 root 3 at 100", "vm 1 root 3 at 200"), told);
  }

  @Test
  void aVmThatFailsInATickTicksNoMore() {
    try (EmbeddedProxy proxy = start(host -> new Ticking(host, 100) {
      @Override
      public void onTick(int rootContextId) {
        super.onTick(rootContextId);
        throw new IllegalStateException("boom");
      }
    })) {
      proxy.advance(Duration.ofSeconds(1));
      assertEquals(503, proxy.exchange(HttpRequest.get("/"), seen -> UP).status());
    }
    assertEquals(List.of("vm 1 root 1 at 100"), told);
  }

  @Test
  void aPluginWithoutTheCallbackIsNotCalled() {
    PluginSpec spec = PluginSpec.of("test",
        JvmPlugin.of(host -> new Ticking(host, 100)).exporting(EnumSet.of(Callback.VM_START)));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withClock(clock), spec)) {
      proxy.advance(Duration.ofSeconds(1));
    }
    assertEquals(List.of(), told);
  }

  private EmbeddedProxy start(Function<Hostcalls, HostCallbacks> factory) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withClock(clock), TestPlugin.spec(factory));
  }

  private class Ticking extends TestPlugin {
    private final int vm = ++vms;
    private final IntUnaryOperator period;

    Ticking(Hostcalls host, int period) {
      this(host, root -> period);
    }

    Ticking(Hostcalls host, IntUnaryOperator period) {
      super(host);
      this.period = period;
    }

    @Override
    public boolean onVmStart(int rootContextId, int configurationSize) {
      return host.time().tickPeriod(period.applyAsInt(rootContextId)).isOk();
    }

    @Override
    public void onTick(int rootContextId) {
      told.add("vm " + vm + " root " + rootContextId + " at " + clock.monotonicNanos() / 1_000_000);
    }
  }
}
