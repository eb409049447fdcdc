package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.Status;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.exchange.ScriptedGrpc;
import dev.sluice.host.model.Cluster;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callouts of modules. */
class WasmCalloutTest {
  private static final String HTTP = "env.proxy_http_call";
  private static final String CALL = "env.proxy_grpc_call";
  private static final String OPEN = "env.proxy_grpc_stream";
  private static final String SEND = "env.proxy_grpc_send";
  private static final String END = "env.proxy_grpc_close";
  private static final String CANCEL = "env.proxy_grpc_cancel";
  private static final String STATUS = "env.proxy_get_status";
  private static final String GET = "env.proxy_get_buffer_bytes";
  private static final String LOG = "env.proxy_log";
  private static final String CONTEXT = "env.proxy_set_effective_context";
  private static final String GO = "env.proxy_continue_stream";
  private static final Bytes PAIRS = HeaderMapCodec.encode(
      List.of(Header.of(":method", "GET"), Header.of(":path", "/"), Header.of(":authority", "a")));
  private static final int NAME = 1_000;
  private static final int MAP = 1_100;
  private static final int TEXT = 1_200;
  private static final int OUT = 2_048;
  private static final int OUTSIDE = 70_000;
  private static final int STREAM = 2;
  private static final int HTTP_BODY = 4;
  private static final int MESSAGE = 5;

  private final List<String> asked = new ArrayList<>();

  private static TestModule module() {
    return TestModule.proxy()
        .imports(HTTP, "(iiiiiiiiii)i")
        .imports(CALL, "(iiiiiiiiiiii)i")
        .imports(OPEN, "(iiiiiiiii)i")
        .imports(SEND, "(iiii)i")
        .imports(END, "(i)i")
        .imports(CANCEL, "(i)i")
        .imports(STATUS, "(iii)i")
        .imports(GET, "(iiiii)i")
        .imports(LOG, "(iii)i")
        .imports(CONTEXT, "(i)i")
        .imports(GO, "(i)i")
        .data(NAME, "svc")
        .data(MAP, PAIRS.latin1())
        .data(TEXT, "hello");
  }

  /** Logs the bytes that a hostcall has put at {@link #OUT}. */
  private static TestModule.Code logged(TestModule.Code code) {
    return code.i32(2).load(OUT).load(OUT + 4).call(LOG).drop();
  }

  private static void goOn(TestModule.Code code) {
    code.call(CONTEXT, STREAM).drop().call(GO, 0).drop();
  }

  @ParameterizedTest
  @EnumSource
  void aModuleMakesAnHttpCallAndGoesOnWithItsAnswer(Engine engine) {
    TestModule module = module()
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(HTTP, NAME, 3, MAP, PAIRS.length(), TEXT, 5, MAP, 0, 0, OUT)
            .when(TestModule.Code::trap)
            .load(OUT)
            .isZero()
            .when(TestModule.Code::trap)
            .i32(4))
        .function("proxy_on_http_call_response", "(iiiii)-", code -> {
          code.call(GET, HTTP_BODY, 0, 100, OUT, OUT + 4).when(TestModule.Code::trap);
          goOn(logged(code));
        });
    HttpOutcome outcome = exchange(module, engine, ScriptedCluster.answering(
        request -> HttpResponse.of(200, request.path() + " " + request.body().utf8())));
    assertEquals(List.of("/ hello"), outcome.log().stream().map(LogLine::text).toList());
    assertEquals("up", outcome.text());
  }

  @ParameterizedTest
  @EnumSource
  void aModuleMakesAGrpcCall(Engine engine) {
    TestModule module = module()
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(CALL, NAME, 3, NAME, 3, NAME, 3, MAP, 0, TEXT, 5, 0, OUT)
            .when(TestModule.Code::trap)
            .i32(4))
        .function("proxy_on_grpc_receive", "(iii)-", code -> {
          code.call(GET, MESSAGE, 0, 100, OUT, OUT + 4).when(TestModule.Code::trap);
          goOn(logged(code));
        });
    HttpOutcome outcome = exchange(module, engine, ScriptedGrpc.unary(message -> message));
    assertEquals(List.of("hello"), outcome.log().stream().map(LogLine::text).toList());
    assertEquals("up", outcome.text());
  }

  @ParameterizedTest
  @EnumSource
  void aModuleHasAStreamAndIsToldHowItEnds(Engine engine) {
    TestModule module = module()
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(OPEN, NAME, 3, NAME, 3, NAME, 3, MAP, 0, OUT)
            .when(TestModule.Code::trap)
            .load(OUT)
            .i32(TEXT)
            .i32(5)
            .i32(0)
            .call(SEND)
            .when(TestModule.Code::trap)
            .i32(4))
        .function("proxy_on_grpc_close", "(iii)-", code -> {
          code.call(STATUS, OUT + 8, OUT, OUT + 4).when(TestModule.Code::trap).load(OUT + 8).i32(5).op(0x47);
          code.when(TestModule.Code::trap).local(1).call(END).when(TestModule.Code::trap);
          goOn(logged(code));
        });
    HttpOutcome outcome = exchange(module, engine,
        new ScriptedGrpc(call -> call.onMessage(message -> call.close(5, "no " + message.utf8()))));
    assertEquals(List.of("no hello{via_upstream}"), outcome.log().stream().map(LogLine::text).toList());
  }

  @Test
  void pointersToOutsideOfTheMemoryAreRefusedAndNothingIsSent() {
    int[] http = {NAME, 3, MAP, PAIRS.length(), TEXT, 5, MAP, 0, 0, OUT};
    int[] call = {NAME, 3, NAME, 3, NAME, 3, MAP, 0, TEXT, 5, 0, OUT};
    int[] open = {NAME, 3, NAME, 3, NAME, 3, MAP, 0, OUT};
    for (int at : new int[] {0, 2, 4, 6, 9}) {
      refused(HTTP, http, at);
    }
    for (int at : new int[] {0, 2, 4, 6, 8}) {
      refused(CALL, call, at);
    }
    for (int at : new int[] {0, 2, 4, 6}) {
      refused(OPEN, open, at);
    }
    refused(SEND, new int[] {2, TEXT, 5, 0}, 1);
    for (int at : new int[] {0, 1, 2}) {
      refused(STATUS, new int[] {OUT, OUT + 4, OUT + 8}, at);
    }
    assertEquals(List.of(), asked);
  }

  private void refused(String hostcall, int[] arguments, int at) {
    int[] bad = arguments.clone();
    bad[at] = OUTSIDE;
    TestModule module = module().function("proxy_on_request_headers", "(iii)i", code -> code
        .call(hostcall, bad)
        .i32(Status.INVALID_MEMORY_ACCESS.code())
        .op(0x47));
    HttpOutcome outcome = exchange(module, Engine.INTERPRETER, ScriptedCluster.answering(request -> {
      asked.add(hostcall + " " + at);
      return HttpResponse.of(200, "");
    }));
    assertEquals("up", outcome.text(), hostcall + " with a bad argument " + at);
  }

  @Test
  void tokensThatWereNeverGivenAreBadArguments() {
    TestModule module = module().function("proxy_on_request_headers", "(iii)i", code -> code
        .call(CANCEL, 4)
        .drop()
        .call(END, 4)
        .drop()
        .call(SEND, 4, TEXT, 5, 0)
        .drop()
        .i32(0));
    HttpOutcome outcome = exchange(module, Engine.INTERPRETER, ScriptedGrpc.unary(message -> message));
    assertEquals(List.of(Status.BAD_ARGUMENT, Status.BAD_ARGUMENT, Status.BAD_ARGUMENT),
        outcome.hostcalls().stream().map(HostcallRecord::status).toList());
  }

  private static HttpOutcome exchange(TestModule module, Engine engine, Cluster cluster) {
    ProxyOptions options = ProxyOptions.deterministic()
        .withClusters(name -> Option.when(name.equals(Bytes.utf8("svc")), cluster));
    PluginSpec plugin = PluginSpec.of("test", WasmPlugin.of(module.build(), engine));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(options, plugin)) {
      return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
    }
  }
}
