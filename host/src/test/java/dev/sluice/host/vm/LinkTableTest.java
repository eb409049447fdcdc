package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.VirtualClock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkTableTest {
  private static final String WASI = "wasi_snapshot_preview1.";
  private static final int ENOSYS = 52;

  @Test
  void allOfTheAbiIsThere() {
    assertEquals(39, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith("env.proxy_")).count());
    assertEquals(45, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith(WASI)).count());
    assertEquals(45, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith("wasi_unstable.")).count());
  }

  @Test
  void aModuleThatImportsEverythingLoads() {
    TestModule module = TestModule.proxy();
    LinkTable.BY_NAME.values().forEach(link -> module.imports(link.qualifiedName(), link.signature()));
    EmbeddedProxy.start(PluginSpec.of("test", WasmPlugin.of(module.build(), Engine.INTERPRETER))).close();
  }

  @Test
  void wasiWithoutModelAnswersEnosysAndLogsOnce() {
    List<Link> unmodelled = WasiLinks.unmodelled("wasi_snapshot_preview1").toList();
    HttpOutcome outcome = callTwice(unmodelled, ENOSYS);
    assertEquals("up", outcome.text());
    assertEquals(List.of(), outcome.hostcalls());
    assertEquals(unmodelled.size(), outcome.log().size());
  }

  /** The module traps where an answer is not the one expected. */
  private static HttpOutcome callTwice(List<Link> links, int expected) {
    TestModule module = TestModule.proxy();
    links.forEach(link -> module.imports(link.qualifiedName(), link.signature()));
    module.function("proxy_on_request_headers", "(iii)i", code -> {
      for (int round = 0; round < 2; round++) {
        for (Link link : links) {
          for (char parameter : link.signature().substring(1, link.signature().indexOf(')')).toCharArray()) {
            if (parameter == 'l') {
              code.i64(0);
            } else {
              code.i32(0);
            }
          }
          code.call(link.qualifiedName()).i32(expected).op(0x47).when(TestModule.Code::trap);
        }
      }
      code.i32(0);
    });
    return send(module);
  }

  @Test
  void wasiClockAndRandomAreTheHosts() {
    HttpOutcome outcome = send(TestModule.proxy()
        .imports(WASI + "clock_time_get", "(ili)i")
        .imports(WASI + "random_get", "(ii)i")
        .imports("env.proxy_log", "(iii)i")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .i32(0)
            .i64(1)
            .i32(512)
            .call(WASI + "clock_time_get")
            .when(TestModule.Code::trap)
            .call(WASI + "random_get", 520, 8)
            .when(TestModule.Code::trap)
            .call(WASI + "random_get", 65_530, 8)
            .i32(21)
            .op(0x47)
            .when(TestModule.Code::trap)
            .call("env.proxy_log", 2, 512, 16)));
    byte[] random = new byte[8];
    new Random(1).nextBytes(random);
    long nanos = VirtualClock.START.getEpochSecond() * 1_000_000_000L;
    byte[] expected = ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(nanos)
        .put(random)
        .array();
    assertEquals(Bytes.wrap(expected), outcome.log().get(0).message());
  }

  @Test
  void standardOutputAndErrorGoToTheLog() {
    HttpOutcome outcome = send(TestModule.proxy()
        .imports(WASI + "fd_write", "(iiii)i")
        .data(100, "hello\nworld\n")
        .data(200, "d\0\0\0\6\0\0\0j\0\0\0\6\0\0\0")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(WASI + "fd_write", 1, 200, 2, 300)
            .when(TestModule.Code::trap)
            .load(300)
            .i32(12)
            .op(0x47)
            .when(TestModule.Code::trap)
            .call(WASI + "fd_write", 2, 208, 1, 300)
            .when(TestModule.Code::trap)
            .call(WASI + "fd_write", 3, 200, 2, 300)
            .i32(8)
            .op(0x47)
            .when(TestModule.Code::trap)
            .i32(0)));
    assertEquals(List.of("[info] test#2 hello\nworld", "[error] test#2 world"),
        outcome.log().stream().map(LogLine::toString).toList());
  }

  @Test
  void environmentAndArgumentsAreEmpty() {
    HttpOutcome outcome = send(TestModule.proxy()
        .imports(WASI + "environ_sizes_get", "(ii)i")
        .imports(WASI + "args_sizes_get", "(ii)i")
        .data(400, "\1\1\1\1")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(WASI + "environ_sizes_get", 400, 404)
            .when(TestModule.Code::trap)
            .load(400)
            .when(TestModule.Code::trap)
            .call(WASI + "args_sizes_get", 400, 404)));
    assertEquals("up", outcome.text());
  }

  @Test
  void exitEndsTheVm() {
    HttpOutcome outcome = send(TestModule.proxy()
        .imports(WASI + "proc_exit", "(i)-")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(WASI + "proc_exit", 3).i32(0)));
    assertEquals(503, outcome.status());
    assertEquals("the plugin's VM failed: the module ended itself: proc_exit(3)", outcome.log().get(0).text());
  }

  private static HttpOutcome send(TestModule module) {
    try (EmbeddedProxy proxy =
        EmbeddedProxy.start(PluginSpec.of("test", WasmPlugin.of(module.build(), Engine.INTERPRETER)))) {
      return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
    }
  }
}
