package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.Status;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WasmRulesTest {
  private static final String LOG = "env.proxy_log";
  private static final String GET = "env.proxy_get_header_map_value";
  private static final String REPLY = "env.proxy_send_local_response";
  private static final int OUTSIDE = 70_000;
  private static final int OUT = 2_048;

  private final List<LogLine> lines = new ArrayList<>();

  /** 403 where x-user is absent; where it is there its value is logged. */
  static TestModule guard() {
    return TestModule.proxy()
        .imports(GET, "(iiiii)i")
        .imports(REPLY, "(iiiiiiii)i")
        .imports(LOG, "(iii)i")
        .data(1024, "x-user")
        .data(1040, "no user")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(GET, 0, 1024, 6, OUT, OUT + 4)
            .when(absent -> absent.call(REPLY, 403, 0, 0, 1040, 7, 0, 0, -1).drop().i32(1).op(0x0f))
            .i32(2)
            .load(OUT)
            .load(OUT + 4)
            .call(LOG)
            .drop()
            .i32(0));
  }

  @ParameterizedTest
  @EnumSource
  void aModuleReadsHeadersRepliesAndLogs(Engine engine) {
    try (EmbeddedProxy proxy = start(guard().build(), engine)) {
      HttpOutcome without = send(proxy, HttpRequest.get("/"));
      assertEquals(403, without.status());
      assertEquals("no user", without.text());
      assertEquals(List.of("proxy_get_header_map_value", "proxy_send_local_response"), names(without));
      HttpOutcome with = send(proxy, HttpRequest.get("/").header("x-user", Bytes.latin1("\u00ffjoe")));
      assertEquals("up", with.text());
      assertEquals(List.of(Bytes.latin1("\u00ffjoe")), with.log().stream().map(LogLine::message).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void memoryAndTableMayComeFromTheHost(Engine engine) {
    try (EmbeddedProxy proxy = start(guard().memoryFromHost().build(), engine)) {
      assertEquals("no user", send(proxy, HttpRequest.get("/")).text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrapEndsTheVm(Engine engine) {
    Bytes trapping = TestModule.proxy().function("proxy_on_request_headers", "(iii)i", TestModule.Code::trap).build();
    try (EmbeddedProxy proxy = start(trapping, engine)) {
      HttpOutcome outcome = send(proxy, HttpRequest.get("/"));
      assertEquals(503, outcome.status());
      assertEquals(LogLevel.CRITICAL, outcome.log().get(0).level());
      String text = outcome.log().get(0).text();
      assertTrue(text.startsWith("the plugin's VM failed: proxy_on_request_headers: "), text);
      assertEquals(503, send(proxy, HttpRequest.get("/")).status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void endlessRecursionEndsTheVmOnly(Engine engine) {
    Bytes recursing = TestModule.proxy()
        .function("proxy_on_request_headers", "(iii)i",
            code -> code.local(0).local(1).local(2).call("proxy_on_request_headers"))
        .build();
    try (EmbeddedProxy proxy = start(recursing, engine)) {
      HttpOutcome outcome = send(proxy, HttpRequest.get("/"));
      assertEquals(503, outcome.status());
      assertTrue(outcome.log().get(0).text().contains("call stack exhausted"), outcome.log().toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandNestedCallsFitIntoTheStack(Engine engine) {
    Bytes deep = TestModule.proxy()
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .local(1)
            .i32(10_000)
            .op(0x49)
            .when(less -> less.local(0).local(1).i32(1).op(0x6a).local(2).call("proxy_on_request_headers").drop())
            .i32(0))
        .build();
    try (EmbeddedProxy proxy = start(deep, engine)) {
      assertEquals("up", send(proxy, HttpRequest.get("/")).text());
    }
  }

  @Test
  void pointersToOutsideOfTheMemoryAreInvalidMemoryAccess() {
    Bytes hostile = TestModule.proxy()
        .imports(GET, "(iiiii)i")
        .imports("env.proxy_get_header_map_pairs", "(iii)i")
        .imports("env.proxy_add_header_map_value", "(iiiii)i")
        .imports("env.proxy_remove_header_map_value", "(iii)i")
        .imports("env.proxy_get_property", "(iiii)i")
        .imports("env.proxy_set_property", "(iiii)i")
        .imports("env.proxy_get_current_time_nanoseconds", "(i)i")
        .imports(REPLY, "(iiiiiiii)i")
        .imports(LOG, "(iii)i")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(GET, 0, OUTSIDE, 6, OUT, OUT)
            .drop()
            .call(GET, 0, 8, -1, OUT, OUT)
            .drop()
            .call("env.proxy_add_header_map_value", 0, 0, 1, -4, 8)
            .drop()
            .call("env.proxy_remove_header_map_value", 0, 65_535, 2)
            .drop()
            .call("env.proxy_get_property", OUTSIDE, 1, OUT, OUT)
            .drop()
            .call("env.proxy_set_property", 0, 1, OUTSIDE, 1)
            .drop()
            .call("env.proxy_get_current_time_nanoseconds", 65_530)
            .drop()
            .call(REPLY, 403, 0, 0, OUTSIDE, 7, 0, 0, -1)
            .drop()
            .call(LOG, 2, OUTSIDE, 1)
            .drop()
            .i32(0))
        .build();
    try (EmbeddedProxy proxy = start(hostile, Engine.INTERPRETER)) {
      HttpOutcome outcome = send(proxy, HttpRequest.get("/"));
      assertEquals("up", outcome.text());
      assertEquals(9, outcome.hostcalls().size());
      assertTrue(outcome.hostcalls().stream().allMatch(call -> call.status() == Status.INVALID_MEMORY_ACCESS),
          outcome.hostcalls().toString());
    }
  }

  @Test
  void codesThatTheAbiDoesNotDefineAreBadArguments() {
    Bytes odd = TestModule.proxy()
        .imports(GET, "(iiiii)i")
        .imports("env.proxy_get_buffer_bytes", "(iiiii)i")
        .imports(LOG, "(iii)i")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(GET, 8, 0, 0, OUT, OUT)
            .drop()
            .call("env.proxy_get_buffer_bytes", -1, 0, 0, OUT, OUT)
            .drop()
            .call(LOG, 6, 0, 0)
            .drop()
            .i32(0))
        .build();
    try (EmbeddedProxy proxy = start(odd, Engine.INTERPRETER)) {
      HttpOutcome outcome = send(proxy, HttpRequest.get("/"));
      assertEquals(List.of(Status.BAD_ARGUMENT, Status.BAD_ARGUMENT, Status.BAD_ARGUMENT),
          outcome.hostcalls().stream().map(HostcallRecord::status).toList());
    }
  }

  @Test
  void anAllocatorThatFailsIsInvalidMemoryAccess() {
    for (int address : new int[] {0, 65_534, -1}) {
      TestModule module = TestModule.empty()
          .imports("env.proxy_get_header_map_pairs", "(iii)i")
          .function("proxy_abi_version_0_2_1", "()-", code -> {})
          .function("malloc", "(i)i", code -> code.i32(address))
          .function("proxy_on_request_headers", "(iii)i",
              code -> code.call("env.proxy_get_header_map_pairs", 0, OUT, OUT + 4).when(TestModule.Code::trap).i32(0));
      try (EmbeddedProxy proxy = start(module.build(), Engine.INTERPRETER)) {
        // The module traps where the status is not OK.
        assertEquals(503, send(proxy, HttpRequest.get("/")).status());
      }
    }
  }

  @Test
  void theAllocatorMayNotMakeHostcalls() {
    TestModule module = TestModule.empty()
        .imports(GET, "(iiiii)i")
        .data(0, ":path")
        .function("proxy_abi_version_0_2_1", "()-", code -> {})
        .function("malloc", "(i)i", code -> code.call(GET, 0, 0, 5, OUT, OUT))
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(GET, 0, 0, 5, OUT, OUT));
    try (EmbeddedProxy proxy = start(module.build(), Engine.INTERPRETER)) {
      String text = send(proxy, HttpRequest.get("/")).log().get(0).text();
      assertTrue(text.contains("env.proxy_get_header_map_value is forbidden in the memory allocator"), text);
    }
  }

  @Test
  void aReactorIsInitializedAndThenItsMainRuns() {
    TestModule module = logging()
        .function("_initialize", "()-", code -> code.call(LOG, 2, 1024, 4).drop())
        .function("main", "(ii)i", code -> code.call(LOG, 2, 1028, 4))
        .function("_start", "()-", code -> code.call(LOG, 2, 1032, 4).drop());
    start(module.build(), Engine.INTERPRETER).close();
    assertEquals(List.of("init", "main"), texts());
  }

  @Test
  void aCommandIsStarted() {
    TestModule module = logging()
        .function("_start", "()-", code -> code.call(LOG, 2, 1032, 4).drop())
        .function("main", "(ii)i", code -> code.call(LOG, 2, 1028, 4));
    start(module.build(), Engine.INTERPRETER).close();
    assertEquals(List.of("strt"), texts());
  }

  @Test
  void onlyLogAndWasiAreAllowedWhileLoading() {
    Bytes module = logging()
        .imports("env.proxy_get_current_time_nanoseconds", "(i)i")
        .function("_initialize", "()-",
            code -> code.call(LOG, 2, 1024, 4).drop().call("env.proxy_get_current_time_nanoseconds", 0).drop())
        .build();
    PluginRefusedException refused =
        assertThrows(PluginRefusedException.class, () -> start(module, Engine.INTERPRETER));
    assertTrue(refused.getMessage()
        .contains(
            "failed while loading: env.proxy_get_current_time_nanoseconds is forbidden while the module loads"),
        refused.getMessage());
    assertEquals(List.of("init"), texts());
  }

  @Test
  void moreMemoryThanTheHostGivesIsRefused() {
    Bytes module = TestModule.proxy().pages(16_385).build();
    PluginRefusedException refused =
        assertThrows(PluginRefusedException.class, () -> start(module, Engine.INTERPRETER));
    assertTrue(refused.getMessage().contains("the module wants 16385 pages of memory, the host gives 16384"),
        refused.getMessage());
  }

  @Test
  void aTrapWhileLoadingIsTold() {
    Bytes module = TestModule.proxy().function("_initialize", "()-", TestModule.Code::trap).build();
    PluginRefusedException refused =
        assertThrows(PluginRefusedException.class, () -> start(module, Engine.INTERPRETER));
    assertTrue(refused.getMessage().startsWith("plugin 'test' failed while loading: "), refused.getMessage());
  }

  private TestModule logging() {
    return TestModule.proxy().imports(LOG, "(iii)i").data(1024, "init").data(1028, "main").data(1032, "strt");
  }

  private EmbeddedProxy start(Bytes module, Engine engine) {
    return EmbeddedProxy.start(
        HostEnvironment.deterministic().withLog(lines::add), PluginSpec.of("test", WasmPlugin.of(module, engine)));
  }

  private static HttpOutcome send(EmbeddedProxy proxy, HttpRequest request) {
    return proxy.exchange(request, seen -> HttpResponse.of(200, "up"));
  }

  private static List<String> names(HttpOutcome outcome) {
    return outcome.hostcalls().stream().map(HostcallRecord::name).toList();
  }

  private List<String> texts() {
    return lines.stream().map(LogLine::text).toList();
  }
}
