package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Status;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.model.FailurePolicy;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ticks, shared state, metrics, foreign functions and contexts for a module: the rules themselves are tested on the JVM. */
class StateLinksTest {
  private static final String LOG = "env.proxy_log";
  private static final String TICK_PERIOD = "env.proxy_set_tick_period_milliseconds";
  private static final String CONTINUE = "env.proxy_continue_stream";
  private static final String EFFECTIVE = "env.proxy_set_effective_context";
  private static final String DONE = "env.proxy_done";
  private static final String GET_DATA = "env.proxy_get_shared_data";
  private static final String SET_DATA = "env.proxy_set_shared_data";
  private static final String REGISTER = "env.proxy_register_shared_queue";
  private static final String RESOLVE = "env.proxy_resolve_shared_queue";
  private static final String ENQUEUE = "env.proxy_enqueue_shared_queue";
  private static final String DEQUEUE = "env.proxy_dequeue_shared_queue";
  private static final String DEFINE = "env.proxy_define_metric";
  private static final String INCREMENT = "env.proxy_increment_metric";
  private static final String RECORD = "env.proxy_record_metric";
  private static final String GET_METRIC = "env.proxy_get_metric";
  private static final String FOREIGN = "env.proxy_call_foreign_function";
  private static final String BUFFER = "env.proxy_get_buffer_bytes";
  private static final int OUTSIDE = 70_000;
  private static final int OUT = 2_048;
  private static final int CALL_DATA = 8;
  private static final int OP_NE = 0x47;
  private static final int OP_RETURN = 0x0f;

  private final List<LogLine> lines = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aTickLetsAHeldRequestGoOn(Engine engine) {
    Bytes module = TestModule.proxy()
        .imports(TICK_PERIOD, "(i)i")
        .imports(EFFECTIVE, "(i)i")
        .imports(CONTINUE, "(i)i")
        .function("proxy_on_configure", "(ii)i", code -> ok(code.call(TICK_PERIOD, 10)).i32(1))
        .function("proxy_on_request_headers", "(iii)i", code -> code.i32(4))
        .function("proxy_on_tick", "(i)-", code -> ok(ok(code.call(EFFECTIVE, 2)).call(CONTINUE, 0)))
        .build();
    try (EmbeddedProxy proxy = start(module, engine)) {
      assertEquals("up", send(proxy).text());
    }
  }

  @Test
  void sharedDataIsReadWithItsNumber() {
    Bytes module = logging()
        .imports(GET_DATA, "(iiiii)i")
        .imports(SET_DATA, "(iiiii)i")
        .data(100, "key")
        .data(110, "value")
        .function("proxy_on_request_headers", "(iii)i", code -> {
          is(code.call(GET_DATA, 100, 3, OUT, OUT + 4, OUT + 8), Status.NOT_FOUND);
          ok(code.call(SET_DATA, 100, 3, 110, 5, 0));
          ok(code.call(GET_DATA, 100, 3, OUT, OUT + 4, OUT + 8));
          is(code.call(SET_DATA, 100, 3, 110, 5, 77), Status.CAS_MISMATCH);
          ok(code.i32(100).i32(3).i32(110).i32(5).load(OUT + 8).call(SET_DATA));
          logOut(code).i32(0);
        })
        .build();
    try (EmbeddedProxy proxy = start(module, Engine.INTERPRETER)) {
      assertEquals(List.of("value"), texts(send(proxy)));
    }
  }

  @Test
  void aQueueWakesTheModuleThatRegisteredIt() {
    Bytes module = logging()
        .imports(REGISTER, "(iii)i")
        .imports(RESOLVE, "(iiiii)i")
        .imports(ENQUEUE, "(iii)i")
        .imports(DEQUEUE, "(iii)i")
        .data(100, "queue")
        .data(110, "message")
        .function("proxy_on_vm_start", "(ii)i", code -> ok(code.call(REGISTER, 100, 5, OUT)).i32(1))
        .function("proxy_on_request_headers", "(iii)i", code -> {
          is(code.call(RESOLVE, 0, 0, 100, 4, OUT), Status.NOT_FOUND);
          ok(code.call(RESOLVE, 0, 0, 100, 5, OUT));
          ok(code.load(OUT).i32(110).i32(7).call(ENQUEUE)).i32(0);
        })
        .function("proxy_on_queue_ready", "(ii)-", code -> {
          ok(code.local(1).i32(OUT).i32(OUT + 4).call(DEQUEUE));
          logOut(code);
          is(code.local(1).i32(OUT).i32(OUT + 4).call(DEQUEUE), Status.EMPTY);
        })
        .build();
    try (EmbeddedProxy proxy = start(module, Engine.INTERPRETER)) {
      assertEquals("up", send(proxy).text());
    }
    assertEquals(List.of("[info] test#1 message"), lines.stream().map(LogLine::toString).toList());
  }

  @Test
  void metricsCountInSixtyFourBits() {
    long large = 1L << 40;
    Bytes module = TestModule.proxy()
        .imports(DEFINE, "(iiii)i")
        .imports(INCREMENT, "(il)i")
        .imports(RECORD, "(il)i")
        .imports(GET_METRIC, "(ii)i")
        .data(100, "metric")
        .function("proxy_on_request_headers", "(iii)i", code -> {
          is(code.call(DEFINE, 3, 100, 6, OUT), Status.BAD_ARGUMENT);
          ok(code.call(DEFINE, 0, 100, 6, OUT));
          ok(code.load(OUT).i64(large).call(INCREMENT));
          is(code.load(OUT).i64(-1).call(INCREMENT), Status.BAD_ARGUMENT);
          ok(code.load(OUT).i32(OUT + 8).call(GET_METRIC));
          code.load(OUT + 12).i32((int) (large >> 32)).op(OP_NE).when(TestModule.Code::trap);
          ok(code.call(DEFINE, 2, 100, 6, OUT));
          ok(code.load(OUT).i64(large).call(RECORD)).i32(0);
        })
        .build();
    try (EmbeddedProxy proxy = start(module, Engine.INTERPRETER)) {
      assertEquals("up", send(proxy).text());
      assertEquals(Option.some(large), proxy.metrics().value("metric"));
      assertEquals(large, proxy.metrics().histogram("metric").get().sum());
    }
  }

  @Test
  void aForeignFunctionIsCalledWithAndWithoutInterestInItsResult() {
    Bytes module = logging()
        .imports(FOREIGN, "(iiiiii)i")
        .data(100, "compressuncompress")
        .data(130, "text")
        .function("proxy_on_request_headers", "(iii)i", code -> {
          is(code.call(FOREIGN, 100, 4, 130, 4, OUT, OUT + 4), Status.NOT_FOUND);
          ok(code.call(FOREIGN, 100, 8, 130, 4, 0, 0));
          ok(code.call(FOREIGN, 100, 8, 130, 4, 0, OUT + 4));
          ok(code.call(FOREIGN, 100, 8, 130, 4, OUT, OUT + 4));
          ok(code.i32(108).i32(10).load(OUT).load(OUT + 4).i32(OUT).i32(OUT + 4).call(FOREIGN));
          logOut(code).i32(0);
        })
        .build();
    try (EmbeddedProxy proxy = start(module, Engine.INTERPRETER)) {
      assertEquals(List.of("text"), texts(send(proxy)));
    }
  }

  @Test
  void theHostCallsAModuleByItself() {
    Bytes module = logging()
        .imports(BUFFER, "(iiiii)i")
        .function("proxy_on_foreign_function", "(iii)-", code -> {
          ok(code.i32(CALL_DATA).i32(0).local(2).i32(OUT).i32(OUT + 4).call(BUFFER));
          code.local(1).load(OUT).load(OUT + 4).call(LOG).drop();
        })
        .build();
    try (EmbeddedProxy proxy = start(module, Engine.INTERPRETER)) {
      proxy.foreignFunction(0, 0, 3, Bytes.utf8("news"));
    }
    assertEquals(List.of("[warn] test#1 news"), lines.stream().map(LogLine::toString).toList());
  }

  @Test
  void aModuleThatIsNotDoneStaysUntilItSaysSo() {
    Bytes module = logging()
        .imports(TICK_PERIOD, "(i)i")
        .imports(DONE, "()i")
        .data(100, "tickdelete")
        .function("proxy_on_configure", "(ii)i", code -> ok(code.call(TICK_PERIOD, 10)).i32(1))
        // Only the first root context is not done.
        .function("proxy_on_done", "(i)i", code -> code.local(0).i32(1).op(OP_NE))
        .function("proxy_on_tick", "(i)-",
            code -> code.local(0)
                .i32(1)
                .op(OP_NE)
                .when(other -> other.op(OP_RETURN))
                .call(LOG, 2, 100, 4)
                .drop()
                .call(DONE)
                .drop())
        .function("proxy_on_delete", "(i)-", code -> code.call(LOG, 2, 104, 6).drop())
        .build();
    PluginSpec spec = spec(module, Engine.INTERPRETER);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic().withLog(lines::add), spec)) {
      proxy.update(0, spec.withConfiguration("new"));
      proxy.advance(Duration.ofMillis(30));
    }
    assertEquals(List.of("[info] test#1 tick", "[info] test#1 delete", "[info] test#2 delete"),
        lines.stream().map(LogLine::toString).toList());
  }

  @Test
  void pointersToOutsideOfTheMemoryAreInvalidMemoryAccess() {
    TestModule module = TestModule.proxy();
    Set.of(GET_DATA, SET_DATA, RESOLVE).forEach(name -> module.imports(name, "(iiiii)i"));
    Set.of(REGISTER, ENQUEUE, DEQUEUE).forEach(name -> module.imports(name, "(iii)i"));
    module.imports(DEFINE, "(iiii)i")
        .imports(FOREIGN, "(iiiiii)i")
        .imports(GET_METRIC, "(ii)i")
        .function("proxy_on_request_headers", "(iii)i", code -> {
          invalid(code.call(GET_DATA, OUTSIDE, 1, OUT, OUT, OUT));
          invalid(code.call(SET_DATA, 0, 1, OUTSIDE, 1, 0));
          ok(code.call(SET_DATA, 0, 1, 0, 1, 0));
          invalid(code.call(GET_DATA, 0, 1, OUT, OUT, OUTSIDE));
          invalid(code.call(GET_DATA, 0, 1, OUTSIDE, OUT, OUT));
          invalid(code.call(REGISTER, OUTSIDE, 1, OUT));
          invalid(code.call(REGISTER, 0, 1, OUTSIDE));
          invalid(code.call(RESOLVE, 0, 0, OUTSIDE, 1, OUT));
          invalid(code.call(RESOLVE, 0, 0, 0, 1, OUTSIDE));
          invalid(code.call(ENQUEUE, 1, OUTSIDE, 1));
          ok(code.call(ENQUEUE, 1, 0, 1));
          invalid(code.call(DEQUEUE, 1, OUTSIDE, OUT));
          invalid(code.call(DEFINE, 0, OUTSIDE, 1, OUT));
          invalid(code.call(DEFINE, 0, 0, 1, OUTSIDE));
          ok(code.call(DEFINE, 0, 0, 1, OUT));
          invalid(code.load(OUT).i32(OUTSIDE).call(GET_METRIC));
          invalid(code.call(FOREIGN, OUTSIDE, 1, 0, 0, 0, 0));
          invalid(code.call(FOREIGN, 0, 0, OUTSIDE, 1, 0, 0));
          code.i32(0);
        });
    try (EmbeddedProxy proxy = start(module.build(), Engine.INTERPRETER)) {
      assertEquals("up", send(proxy).text());
    }
  }

  @Test
  void whatAModuleMayNotCallIsAnInternalFailureAndForWasiNotCapable() {
    Bytes module = logging()
        .imports(SET_DATA, "(iiiii)i")
        .imports("wasi_snapshot_preview1.random_get", "(ii)i")
        .imports("wasi_snapshot_preview1.proc_exit", "(i)-")
        .function("proxy_on_request_headers", "(iii)i", code -> {
          is(code.call(SET_DATA, 0, 1, 0, 1, 0), Status.INTERNAL_FAILURE);
          code.call("wasi_snapshot_preview1.random_get", 0, 1).i32(76).op(OP_NE).when(TestModule.Code::trap);
          ok(code.call("wasi_snapshot_preview1.proc_exit", 1).call(LOG, 2, 0, 1)).i32(0);
        })
        .function("proxy_on_response_headers", "(iii)i", code -> code.trap())
        .build();
    PluginSpec spec = spec(module, Engine.INTERPRETER)
        .withAllowedCapabilities(Set.of("proxy_on_request_headers", "proxy_log"));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), spec)) {
      HttpOutcome outcome = send(proxy);
      assertEquals("up", outcome.text());
      assertEquals(List.of("proxy_set_shared_data", "random_get", "proc_exit", "proxy_log"),
          outcome.hostcalls().stream().map(HostcallRecord::name).toList());
      assertEquals(4, outcome.log().size());
      assertTrue(outcome.log().get(1).text().endsWith("capability: random_get"), outcome.log().toString());
    }
  }

  @Test
  void aTrappedModuleFailsOpenOrIsLoadedAnewAsItsPolicySays() {
    Bytes module = TestModule.proxy()
        .imports(GET_DATA, "(iiiii)i")
        .imports(SET_DATA, "(iiiii)i")
        // Traps the first time, and notes that where its successor finds it.
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(GET_DATA, 0, 1, OUT, OUT, OUT)
            .when(absent -> absent.call(SET_DATA, 0, 1, 0, 1, 0).trap())
            .i32(0))
        .build();
    PluginSpec open = spec(module, Engine.INTERPRETER).withFailurePolicy(FailurePolicy.FAIL_OPEN);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(open)) {
      assertEquals("up", send(proxy).text());
      assertEquals("up", send(proxy).text());
    }
    PluginSpec reload = open.withFailurePolicy(FailurePolicy.FAIL_RELOAD);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(ProxyOptions.deterministic(), reload)) {
      assertEquals(503, send(proxy).status());
      assertEquals(503, send(proxy).status());
      proxy.advance(Duration.ofSeconds(1));
      assertEquals("up", send(proxy).text());
    }
  }

  private static TestModule logging() {
    return TestModule.proxy().imports(LOG, "(iii)i");
  }

  private static TestModule.Code logOut(TestModule.Code code) {
    return code.i32(2).load(OUT).load(OUT + 4).call(LOG).drop();
  }

  /** Traps unless the status on the stack is this one. */
  private static TestModule.Code is(TestModule.Code code, Status status) {
    return code.i32(status.code()).op(OP_NE).when(TestModule.Code::trap);
  }

  private static TestModule.Code ok(TestModule.Code code) {
    return is(code, Status.OK);
  }

  private static void invalid(TestModule.Code code) {
    is(code, Status.INVALID_MEMORY_ACCESS);
  }

  private EmbeddedProxy start(Bytes module, Engine engine) {
    return EmbeddedProxy.start(HostEnvironment.deterministic().withLog(lines::add), spec(module, engine));
  }

  private static PluginSpec spec(Bytes module, Engine engine) {
    return PluginSpec.of("test", WasmPlugin.of(module, engine));
  }

  private static HttpOutcome send(EmbeddedProxy proxy) {
    return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
  }

  private static List<String> texts(HttpOutcome outcome) {
    return outcome.log().stream().map(LogLine::text).toList();
  }
}
