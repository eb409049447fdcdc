package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpOutcome;
import dev.sluice.host.exchange.HttpRequest;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import dev.sluice.host.model.VirtualClock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Expected are the answers of proxy-wasm-cpp-host 52a0291, {@code src/exports.cc}. */
class WasiLinksTest {
  private static final String WASI = "wasi_snapshot_preview1.";
  private static final int FAULT = 21;
  private static final int BADF = 8;

  /** Name, arguments, answer. */
  private static final String ANSWERS = """
      args_get 0 0 -> 0
      args_sizes_get 400 404 -> 0
      args_sizes_get 400 70000 -> 21
      clock_res_get 0 400 -> 0
      clock_res_get 1 70000 -> 21
      clock_res_get 2 400 -> 58
      clock_time_get 0 1 400 -> 0
      clock_time_get 1 1 400 -> 0
      clock_time_get 2 1 400 -> 58
      clock_time_get 0 1 65530 -> 21
      environ_get 0 0 -> 0
      environ_sizes_get 400 404 -> 0
      environ_sizes_get 70000 404 -> 21
      fd_advise 9 0 0 0 -> 0
      fd_allocate 1 0 0 -> 0
      fd_allocate 3 0 0 -> 8
      fd_close 3 -> 0
      fd_datasync 2 -> 0
      fd_datasync 0 -> 8
      fd_fdstat_get 1 400 -> 0
      fd_fdstat_get 0 400 -> 8
      fd_fdstat_get 2 65530 -> 21
      fd_fdstat_set_flags 1 0 -> 52
      fd_fdstat_set_rights 1 0 0 -> 0
      fd_fdstat_set_rights 3 0 0 -> 8
      fd_filestat_get 1 400 -> 8
      fd_filestat_set_size 2 0 -> 0
      fd_filestat_set_size 3 0 -> 8
      fd_filestat_set_times 2 0 0 0 -> 0
      fd_filestat_set_times 3 0 0 0 -> 8
      fd_pread 1 0 0 0 400 -> 52
      fd_prestat_dir_name 3 0 0 -> 52
      fd_prestat_get 3 400 -> 8
      fd_pwrite 1 0 0 0 400 -> 0
      fd_pwrite 3 0 0 0 400 -> 8
      fd_read 0 0 0 400 -> 52
      fd_readdir 3 0 0 0 400 -> 20
      fd_readdir 3 0 0 0 70000 -> 21
      fd_renumber 1 2 -> 58
      fd_renumber 1 3 -> 8
      fd_seek 1 0 0 400 -> 0
      fd_sync 1 -> 0
      fd_sync 3 -> 8
      fd_tell 1 400 -> 0
      fd_tell 3 400 -> 8
      fd_tell 1 70000 -> 21
      fd_write 0 0 0 400 -> 8
      fd_write 1 0 0 400 -> 0
      fd_write 1 65532 1 400 -> 21
      fd_write 1 0 0 70000 -> 21
      path_create_directory 3 0 0 -> 58
      path_filestat_get 3 0 0 0 0 -> 58
      path_filestat_set_times 3 0 0 0 0 0 0 -> 58
      path_link 3 0 0 0 3 0 -> 58
      path_open 3 0 0 0 0 0 0 0 400 -> 44
      path_readlink 3 0 0 0 0 400 -> 58
      path_readlink 3 0 0 0 0 70000 -> 21
      path_remove_directory 3 0 0 -> 58
      path_rename 3 0 0 3 0 0 -> 58
      path_symlink 0 0 3 0 -> 58
      path_unlink_file 3 0 0 -> 58
      poll_oneoff 0 0 1 400 -> 0
      poll_oneoff 0 0 1 70000 -> 21
      random_get 400 8 -> 0
      random_get 70000 0 -> 0
      random_get 65530 8 -> 21
      random_get 0 65537 -> 28
      random_get 0 -1 -> 28
      sched_yield -> 0
      sock_accept 3 0 400 -> 58
      sock_accept 3 0 70000 -> 21
      sock_recv 3 0 0 0 400 404 -> 58
      sock_recv 3 0 0 0 400 65535 -> 21
      sock_send 3 0 0 0 400 -> 58
      sock_send 3 0 0 0 70000 -> 21
      sock_shutdown 3 0 -> 58
      """;

  private static final Set<String> NOT_WHILE_LOADING =
      Set.of("fd_read", "fd_seek", "fd_close", "path_open", "sched_yield", "proc_exit");

  @Test
  void eachFunctionAnswersAsEnvoysHost() {
    TestModule module = everything();
    module.function("proxy_on_request_headers", "(iii)i", code -> {
      ANSWERS.lines().map(String::strip).forEach(line -> {
        String[] sides = line.split(" -> ");
        String[] call = sides[0].split(" ");
        long[] arguments = Arrays.stream(call).skip(1).mapToLong(Long::parseLong).toArray();
        code.callImport(WASI + call[0], arguments).expect(Integer.parseInt(sides[1]));
      });
      code.i32(0);
    });
    HttpOutcome outcome = send(module);
    assertEquals(List.of(), outcome.log());
    assertEquals("up", outcome.text());
  }

  @Test
  void everyFunctionHasAnAnswerHere() {
    Set<String> told =
        ANSWERS.lines().map(line -> line.strip().split(" ")[0]).collect(Collectors.toCollection(HashSet::new));
    told.add("proc_exit");
    assertEquals(LinkTable.BY_NAME.keySet()
        .stream()
        .filter(name -> name.startsWith(WASI))
        .map(name -> name.substring(WASI.length()))
        .collect(Collectors.toSet()), told);
  }

  @Test
  void someFunctionsAreForbiddenWhileTheModuleLoads() {
    for (Link link : LinkTable.BY_NAME.values()) {
      if (link.qualifiedName().startsWith(WASI) || link.name().startsWith("emscripten")) {
        TestModule module = TestModule.proxy().imports(link.qualifiedName(), link.signature());
        module.function("_initialize", "()-", code -> {
          code.callImport(link.qualifiedName(), new long[link.signature().indexOf(')') - 1]);
          if (!link.signature().endsWith("-")) {
            code.drop();
          }
        });
        assertEquals(NOT_WHILE_LOADING.contains(link.name()), isForbidden(module), link.name());
      }
    }
  }

  private static boolean isForbidden(TestModule module) {
    try {
      send(module);
      return false;
    } catch (PluginRefusedException e) {
      assertTrue(e.getMessage().contains("is forbidden while the module loads"), e.getMessage());
      return true;
    }
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
            .expect(FAULT)
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
            .expect(12)
            .call(WASI + "fd_write", 2, 208, 1, 300)
            .when(TestModule.Code::trap)
            .call(WASI + "fd_write", 3, 200, 2, 300)
            .expect(BADF)
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
  void onlyOneLineEndIsLeftOut() {
    HttpOutcome outcome = send(TestModule.proxy()
        .imports(WASI + "fd_write", "(iiii)i")
        .data(100, "a\r\n\n")
        .data(200, "d\0\0\0\4\0\0\0")
        .function("proxy_on_request_headers", "(iii)i", code -> code
            .call(WASI + "fd_write", 1, 200, 1, 300)
            .when(TestModule.Code::trap)
            .i32(0)));
    assertEquals(List.of("a\r\n"), outcome.log().stream().map(LogLine::text).toList());
  }

  @Test
  void exitIsNoEndByItselfButTold() {
    TestModule going = TestModule.proxy()
        .imports(WASI + "proc_exit", "(i)-")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(WASI + "proc_exit", 3).i32(0));
    assertEquals("up", send(going).text());
    TestModule trapping = TestModule.proxy()
        .imports(WASI + "proc_exit", "(i)-")
        .function("proxy_on_request_headers", "(iii)i", code -> code.call(WASI + "proc_exit", 3).trap());
    HttpOutcome outcome = send(trapping);
    assertEquals(503, outcome.status());
    assertTrue(outcome.log().get(0).text().endsWith(" (after proc_exit 3)"), outcome.log().toString());
  }

  private static TestModule everything() {
    TestModule module = TestModule.proxy();
    LinkTable.BY_NAME.values()
        .stream()
        .filter(link -> link.qualifiedName().startsWith(WASI))
        .forEach(link -> module.imports(link.qualifiedName(), link.signature()));
    return module;
  }

  private static HttpOutcome send(TestModule module) {
    try (EmbeddedProxy proxy =
        EmbeddedProxy.start(PluginSpec.of("test", WasmPlugin.of(module.build(), Engine.INTERPRETER)))) {
      return proxy.exchange(HttpRequest.get("/"), seen -> HttpResponse.of(200, "up"));
    }
  }
}
