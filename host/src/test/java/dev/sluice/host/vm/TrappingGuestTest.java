package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Callback;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.GuestLimits;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests that trap wherever they can, and guests that give the host contradicting orders. */
class TrappingGuestTest {
  private static final String REPLY = "env.proxy_send_local_response";
  private static final String CONTINUE = "env.proxy_continue_stream";
  private static final String CLOSE = "env.proxy_close_stream";

  @ParameterizedTest
  @EnumSource(names = {"VM_START", "CONFIGURE"})
  void aTrapBeforeThePluginIsThereRefusesIt(Callback callback) {
    assertRefused(TestModule.proxy().function(callback.exportName(), "(ii)i", TestModule.Code::trap),
        "failed while starting: " + callback.exportName() + ": ");
  }

  @Test
  void aTrapInTheCreationOfTheRootContextRefusesThePlugin() {
    assertRefused(TestModule.proxy().function("proxy_on_context_create", "(ii)-", TestModule.Code::trap),
        "failed while starting: proxy_on_context_create: ");
  }

  /** After what has left to the client already comes no 503 any more. */
  @ParameterizedTest
  @CsvSource({"proxy_on_context_create,503", "proxy_on_request_headers,503", "proxy_on_request_body,503",
      "proxy_on_request_trailers,503", "proxy_on_response_headers,503", "proxy_on_response_body,200",
      "proxy_on_response_trailers,200", "proxy_on_log,200", "proxy_on_done,200", "proxy_on_delete,200"})
  void aTrapInAStreamEndsTheVmOnly(String callback, int status) {
    TestModule module = trapping(callback);
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_CLOSED)) {
      HttpOutcome first = sendAll(proxy);
      assertEquals(status, first.status());
      assertEquals(1, first.log().stream().filter(line -> line.text().contains(callback + ": ")).count());
      assertEquals(503, sendAll(proxy).status());
    }
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_OPEN)) {
      Hostile.assertMarked(sendAll(proxy));
      Hostile.assertMarked(sendAll(proxy));
    }
  }

  @ParameterizedTest
  @CsvSource({"proxy_on_request_headers", "proxy_on_response_body", "proxy_on_delete"})
  void aTrapMeansAFreshVmWhereThePolicySaysSo(String callback) {
    VirtualClock clock = new VirtualClock();
    PluginSpec spec = PluginSpec.of("hostile", WasmPlugin.of(trapping(callback).build(), Engine.INTERPRETER))
        .withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withClock(clock), spec)) {
      List<LogLine> first = sendAll(proxy).log();
      assertEquals(1, first.size(), first.toString());
      assertEquals(List.of(), sendAll(proxy).log());
      clock.advance(Duration.ofSeconds(1));
      assertEquals(first.get(0).message(), sendAll(proxy).log().get(0).message());
    }
  }

  private static TestModule trapping(String callback) {
    Callback known = Callback.fromExportName(callback).get();
    return TestModule.proxy().function(callback, Exported.CALLBACKS.get(known), code -> {
      if (known == Callback.CONTEXT_CREATE) {
        code.local(1).when(TestModule.Code::trap);
      } else {
        code.trap();
      }
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"DONE", "DELETE"})
  void aTrapAtTheEndOfThePluginDoesNotHoldTheProxy(Callback callback) {
    TestModule module = trapping(callback.exportName());
    EmbeddedProxy proxy =
        Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(), FailurePolicy.FAIL_CLOSED);
    proxy.close();
  }

  @Test
  void aTrapOfTheAllocatorEndsTheVm() {
    Hostile.assertEndsItsOwnVmOnly(allocating(TestModule.Code::trap), Engine.INTERPRETER, GuestLimits.standard(),
        "proxy_on_request_headers: ");
  }

  @Test
  void anAllocatorThatGrowsTheMemoryIsRight() {
    // 1 page of 64 KiB: what is handed out lies in the second.
    TestModule module = allocating(code -> code.i32(1).grow().drop().i32(65_536));
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_CLOSED)) {
      Hostile.assertMarked(Hostile.send(proxy));
    }
  }

  private static TestModule allocating(Consumer<TestModule.Code> malloc) {
    return TestModule.empty()
        .imports("env.proxy_get_header_map_pairs", "(iii)i")
        .function("proxy_abi_version_0_2_1", "()-", code -> {})
        .function("malloc", "(i)i", malloc)
        .function("proxy_on_request_headers", "(iii)i",
            code -> code.call("env.proxy_get_header_map_pairs", 0, 1024, 1028).expect(0).i32(0));
  }

  /** The first reply counts; it passes the plugin's own response callbacks, which reply, resume and close as well. */
  @Test
  void repliesOrderedInEveryCallbackDoNotNest() {
    TestModule module = TestModule.proxy()
        .imports(REPLY, "(iiiiiiii)i")
        .imports(CONTINUE, "(i)i")
        .imports(CLOSE, "(i)i")
        .function("order", "(i)i", code -> code
            .call(CONTINUE, 0)
            .drop()
            .call(CONTINUE, 1)
            .drop()
            .call(REPLY, 418, 0, 0, 0, 0, 0, 0, -1)
            .drop()
            .call(REPLY, 419, 0, 0, 0, 0, 0, 0, -1)
            .drop()
            .call(CONTINUE, 0)
            .drop()
            .i32(0));
    for (Callback callback : List.of(Callback.REQUEST_HEADERS, Callback.REQUEST_BODY, Callback.RESPONSE_HEADERS,
        Callback.RESPONSE_BODY)) {
      module.function(callback.exportName(), "(iii)i", code -> code.call("order", 0));
    }
    for (Callback callback : List.of(Callback.LOG, Callback.DELETE)) {
      module.function(callback.exportName(), "(i)-", code -> code.call("order", 0).drop());
    }
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_CLOSED)) {
      assertEquals(418, sendAll(proxy).status());
      assertEquals(418, sendAll(proxy).status());
    }
  }

  @Test
  void aStreamClosedInEveryCallbackIsResetOnce() {
    TestModule module = TestModule.proxy().imports(CLOSE, "(i)i").imports(CONTINUE, "(i)i");
    for (Callback callback : Callback.values()) {
      String signature = Exported.CALLBACKS.get(callback);
      if (callback != Callback.VM_START && callback != Callback.CONFIGURE) {
        module.function(callback.exportName(), signature, code -> {
          code.call(CLOSE, 0).drop().call(CONTINUE, 0).drop().call(CLOSE, 1).drop();
          if (signature.endsWith("i")) {
            code.i32(1);
          }
        });
      }
    }
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_CLOSED)) {
      HttpOutcome outcome = sendAll(proxy);
      assertEquals(0, outcome.status());
      assertEquals("wasm_close_stream", outcome.localReply().get());
    }
  }

  /** Results that the ABI does not define hold the stream; they never break the host. */
  @ParameterizedTest
  @CsvSource({"5", "100", "-1", "2147483647"})
  void resultsThatTheAbiDoesNotDefineHoldTheStream(int result) {
    TestModule module =
        TestModule.proxy().function("proxy_on_request_headers", "(iii)i", code -> code.i32(result));
    try (EmbeddedProxy proxy = Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(),
        FailurePolicy.FAIL_CLOSED)) {
      RuntimeException held = assertThrows(RuntimeException.class, () -> Hostile.send(proxy));
      assertTrue(held.getMessage().contains("hostile"), held.getMessage());
    }
  }

  private static void assertRefused(TestModule module, String reason) {
    PluginRefusedException refused = assertThrows(PluginRefusedException.class,
        () -> Hostile.proxy(module, Engine.INTERPRETER, GuestLimits.standard(), FailurePolicy.FAIL_CLOSED));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  private static HttpOutcome sendAll(EmbeddedProxy proxy) {
    return proxy.exchange(HttpRequest.of("POST", "/").body("body").trailer("x-trailer", "1"),
        seen -> HttpResponse.of(200, "up").trailer("x-trailer", "2"));
  }
}
