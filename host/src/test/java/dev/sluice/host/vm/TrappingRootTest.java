package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Header;
import dev.sluice.abi.codec.HeaderMapCodec;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.HttpResponse;
import dev.sluice.host.exchange.ProxyOptions;
import dev.sluice.host.exchange.ScriptedCluster;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guests that trap, or never end, in callbacks that belong to no stream. */
class TrappingRootTest {
  private static final String TICK = "env.proxy_set_tick_period_milliseconds";
  private static final String REGISTER = "env.proxy_register_shared_queue";
  private static final String ENQUEUE = "env.proxy_enqueue_shared_queue";
  private static final String CALL = "env.proxy_http_call";
  private static final String COMPRESS = "env.proxy_call_foreign_function";
  private static final Bytes HEADERS = HeaderMapCodec.encode(
      List.of(Header.of(":method", "GET"), Header.of(":path", "/"), Header.of(":authority", "one")));

  private final List<LogLine> lines = new ArrayList<>();

  /** Ticks, listens to a queue that it fills, and asks a cluster, all as soon as it is configured. */
  private static TestModule busy() {
    return TestModule.proxy()
        .imports(TICK, "(i)i")
        .imports(REGISTER, "(iii)i")
        .imports(ENQUEUE, "(iii)i")
        .imports(CALL, "(iiiiiiiiii)i")
        .imports(COMPRESS, "(iiiiii)i")
        .data(0, "one")
        .data(100, HEADERS)
        .function("proxy_on_configure", "(ii)i", code -> code
            .call(TICK, 100)
            .expect(0)
            .call(REGISTER, 0, 3, 400)
            .expect(0)
            .load(400)
            .i32(0)
            .i32(1)
            .call(ENQUEUE)
            .expect(0)
            .call(CALL, 0, 3, 100, HEADERS.length(), 0, 0, 0, 0, 1000, 404)
            .expect(0)
            .i32(1));
  }

  @ParameterizedTest
  @CsvSource({"proxy_on_tick,(i)-", "proxy_on_queue_ready,(ii)-", "proxy_on_http_call_response,(iiiii)-"})
  void aTrapEndsTheVmAndNothingElse(String callback, String signature) {
    try (EmbeddedProxy proxy = proxy(busy().function(callback, signature, TestModule.Code::trap))) {
      proxy.advance(Duration.ofSeconds(1));
      assertEquals(List.of(callback), lines.stream().map(line -> failedIn(line.text())).toList());
      assertEquals(503, Hostile.send(proxy).status());
      proxy.advance(Duration.ofSeconds(1));
      assertEquals(1, lines.size());
    }
  }

  private static String failedIn(String text) {
    String[] parts = text.split(": ");
    assertEquals("the plugin's VM failed", parts[0]);
    return parts[1];
  }

  /** Each message gives rise to the next, at the same time: the host goes on all the same. */
  @Test
  void aQueueThatFillsItselfDoesNotHoldTheProxy() {
    TestModule module = busy().function("proxy_on_queue_ready", "(ii)-",
        code -> code.local(1).i32(0).i32(1).call(ENQUEUE).drop());
    try (EmbeddedProxy proxy = proxy(module)) {
      proxy.advance(Duration.ofMillis(10));
      assertEquals("up", Hostile.send(proxy).text());
    }
  }

  /** Each answer leads to the next call. */
  @Test
  void aCallAfterEachAnswerDoesNotHoldTheProxy() {
    TestModule module = busy().function("proxy_on_http_call_response", "(iiiii)-",
        code -> code.call(CALL, 0, 3, 100, HEADERS.length(), 0, 0, 0, 0, 1000, 404).drop());
    try (EmbeddedProxy proxy = proxy(module)) {
      proxy.advance(Duration.ofMillis(10));
      assertEquals("up", Hostile.send(proxy).text());
    }
  }

  @Test
  void aForeignFunctionWithArgumentsThatItCannotReadIsNoTrap() {
    TestModule module = busy().data(600, "uncompress")
        .function("proxy_on_request_headers", "(iii)i",
            code -> code.call(COMPRESS, 600, 10, 0, 500, 700, 704).isZero().when(TestModule.Code::trap).i32(0));
    try (EmbeddedProxy proxy = proxy(module)) {
      assertEquals("up", Hostile.send(proxy).text());
      assertTrue(lines.isEmpty(), lines.toString());
    }
  }

  private EmbeddedProxy proxy(TestModule module) {
    ProxyOptions options = ProxyOptions.of(HostEnvironment.deterministic().withLog(lines::add))
        .withClusters(name -> Option.of(ScriptedCluster.answering(request -> HttpResponse.of(200, ""))));
    return EmbeddedProxy.start(options, PluginSpec.of("root", WasmPlugin.of(module.build(), Engine.INTERPRETER)));
  }
}
