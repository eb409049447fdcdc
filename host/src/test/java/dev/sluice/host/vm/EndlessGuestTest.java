package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests that never come back, by themselves or by way of the host. */
class EndlessGuestTest {
  private static final String HEADERS = "proxy_on_request_headers";
  private static final String SIZE = "env.proxy_get_header_map_size";
  private static final String PROPERTY = "env.proxy_set_property";
  private static final GuestLimits SHORT =
      GuestLimits.standard().withCallbackTime(Duration.ofMillis(250)).withHandedOver(Long.MAX_VALUE);
  private static final String TOO_LONG = HEADERS + ": it took longer than 250 ms";

  /** Every way to go on without end that WebAssembly has. */
  enum Loop {
    BRANCH,
    BRANCH_IF,
    BRANCH_TABLE,
    BRANCH_ON_NULL,
    TAIL_CALL,
    TAIL_CALL_OF_ANOTHER,
    CATCH,
    LOOP_THAT_CATCHES_ALL,
    HOSTCALLS,
    HOSTCALLS_CAUGHT;

    private TestModule.Code body(TestModule.Code code) {
      return switch (this) {
        case BRANCH -> code.loop(body -> body.branch(0)).i32(0);
        case BRANCH_IF -> code.loop(body -> body.i32(1).op(0x0d).op(0)).i32(0);
        case BRANCH_TABLE -> code.loop(body -> body.i32(7).op(0x0e).op(0).op(0)).i32(0);
        case BRANCH_ON_NULL -> code.loop(body -> body.op(0xd0).op(0x6f).op(0xd5).op(0).drop()).i32(0);
        case TAIL_CALL -> code.local(0).local(1).local(2).tailCall(HEADERS);
        case TAIL_CALL_OF_ANOTHER -> code.local(0).local(1).local(2).tailCall("again");
        case CATCH -> code.loop(body -> body.catching(0, thrown -> thrown.op(0x08).op(0))).i32(0);
        case LOOP_THAT_CATCHES_ALL -> code
            .loop(body -> body.catching(0, inner -> inner.loop(again -> again.branch(0))))
            .i32(0);
        case HOSTCALLS -> code.loop(body -> body.call(SIZE, 0, 1024).drop().branch(0)).i32(0);
        case HOSTCALLS_CAUGHT -> code
            .loop(body -> body.catching(0, inner -> inner.call(SIZE, 0, 1024).drop()).branch(0))
            .i32(0);
      };
    }

    TestModule module() {
      return TestModule.proxy()
          .tag()
          .imports(SIZE, "(ii)i")
          .function(HEADERS, "(iii)i", this::body)
          .function("again", "(iii)i", code -> code.local(0).local(1).local(2).tailCall(HEADERS));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEndlessLoopIsEndedInCompiledCode(Loop loop) {
    assertEnded(loop.module(), Engine.COMPILER);
  }

  @ParameterizedTest
  @EnumSource
  void anEndlessLoopIsEndedInTheInterpreter(Loop loop) {
    assertEnded(loop.module(), Engine.INTERPRETER);
  }

  @ParameterizedTest
  @EnumSource
  void anAllocatorThatNeverComesBackIsEnded(Engine engine) {
    assertEnded(TestModule.empty()
        .imports("env.proxy_get_header_map_pairs", "(iii)i")
        .function("proxy_abi_version_0_2_1", "()-", code -> {})
        .function("malloc", "(i)i", code -> code.loop(body -> body.branch(0)).i32(0))
        .function(HEADERS, "(iii)i", code -> code.call("env.proxy_get_header_map_pairs", 0, 1024, 1028)), engine);
  }

  private static void assertEnded(TestModule module, Engine engine) {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withLimits(SHORT),
        PluginSpec.of("endless", WasmPlugin.of(module.build(), engine)))) {
      HttpOutcome outcome = Hostile.send(proxy);
      assertEquals(503, outcome.status());
      assertTrue(outcome.log().get(0).text().contains(TOO_LONG), outcome.log().toString());
      assertEquals(503, Hostile.send(proxy).status());
      boolean interrupted = proxy.run(sender -> Thread.currentThread().isInterrupted());
      assertFalse(interrupted, "the host's thread is still interrupted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModuleThatNeverLoadsIsRefused(Engine engine) {
    WasmPlugin endless = WasmPlugin.of(TestModule.proxy()
        .function("_initialize", "()-", code -> code.loop(body -> body.branch(0)))
        .build(), engine);
    PluginRefusedException refused = assertThrows(PluginRefusedException.class, () -> EmbeddedProxy.start(
        HostEnvironment.deterministic().withLimits(SHORT), PluginSpec.of("endless", endless)));
    assertTrue(refused.getMessage().contains("failed while loading: it took longer than 250 ms"), refused.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void otherPluginsGoOnAfterAnEndlessLoop(Engine engine) {
    Hostile.assertEndsItsOwnVmOnly(Loop.BRANCH.module(), engine,
        GuestLimits.standard().withCallbackTime(Duration.ofSeconds(2)), "it took longer than 2000 ms");
  }

  @Test
  void otherPluginsGoOnAfterUnboundedRecursion() {
    TestModule module = TestModule.proxy()
        .function(HEADERS, "(iii)i", code -> code.local(0).local(1).local(2).call(HEADERS));
    Hostile.assertOthersGoOn(module, Engine.COMPILER, GuestLimits.standard(), HEADERS + ": call stack exhausted");
  }

  @Test
  void recursionThatTheGuestCatchesEndsTheVmAllTheSame() {
    TestModule module = TestModule.proxy()
        .tag()
        .function(HEADERS, "(iii)i", code -> code
            .loop(body -> body.catching(0, inner -> inner.local(0).local(1).local(2).call(HEADERS).drop()))
            .i32(0));
    Hostile.assertOthersGoOn(module, Engine.COMPILER, GuestLimits.standard(), "call stack exhausted");
  }

  /** Every 500th level of the recursion makes a hostcall. */
  @Test
  void hostcallsOnTheWayToTheEndOfTheStackLeaveTheHostWhole() {
    TestModule module = TestModule.proxy()
        .imports(PROPERTY, "(iiii)i")
        .function(HEADERS, "(iii)i", code -> code
            .local(1)
            .i32(500)
            .op(0x70)
            .isZero()
            .when(call -> call.call(PROPERTY, 0, 1, 0, 1).drop())
            .local(0)
            .local(1)
            .i32(1)
            .op(0x6a)
            .local(2)
            .call(HEADERS)
            .i32(1)
            .op(0x6a));
    Hostile.assertOthersGoOn(module, Engine.COMPILER, GuestLimits.standard(), HEADERS + ": call stack exhausted");
  }

  /** What runs right after the check finds room, however deep the stack is by then. */
  @Test
  void theReserveOfTheStackIsRoomForHostCode() throws InterruptedException {
    AtomicInteger overflowsInReserve = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();
    Thread small = new Thread(null, () -> {
      try {
        descend(1, deepest, overflowsInReserve);
      } catch (StackOverflowError expected) {
        deepest.updateAndGet(depth -> -depth);
      }
    }, "small stack", 4 << 20);
    small.start();
    small.join();
    assertEquals(0, overflowsInReserve.get());
    assertTrue(deepest.get() < -1000, "the stack overflowed at level " + deepest);
  }

  private static int descend(int depth, AtomicInteger deepest, AtomicInteger overflowsInReserve) {
    deepest.set(depth);
    StackReserve.check();
    try {
      hostCode(500);
    } catch (StackOverflowError e) {
      overflowsInReserve.incrementAndGet();
    }
    return depth == Integer.MAX_VALUE ? 0 : 1 + descend(depth + 1, deepest, overflowsInReserve);
  }

  private static int hostCode(int frames) {
    return frames == 0 ? 0 : 1 + hostCode(frames - 1);
  }
}
