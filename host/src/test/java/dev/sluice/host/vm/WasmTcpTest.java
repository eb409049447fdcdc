package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.exchange.TcpConversation;
import dev.sluice.host.model.HostcallRecord;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections through modules. */
class WasmTcpTest {
  private static final String GET = "env.proxy_get_buffer_bytes";
  private static final String SET = "env.proxy_set_buffer_bytes";
  private static final String LOG = "env.proxy_log";
  private static final String GO = "env.proxy_continue_stream";
  private static final String CLOSE = "env.proxy_close_stream";
  private static final int DOWNSTREAM = 2;
  private static final int UPSTREAM = 3;
  private static final int OUT = 2_048;
  private static final int GREATER = 0x4b;

  @ParameterizedTest
  @EnumSource
  void aModuleReadsAndChangesDataOfBothSides(Engine engine) {
    Bytes module = TestModule.proxy()
        .imports(GET, "(iiiii)i")
        .imports(SET, "(iiiii)i")
        .imports(LOG, "(iii)i")
        .data(1024, "<>")
        .function("proxy_on_downstream_data", "(iii)i", code -> code
            .call(GET, DOWNSTREAM, 0, 100, OUT, OUT + 4)
            .drop()
            .i32(2)
            .load(OUT)
            .load(OUT + 4)
            .call(LOG)
            .drop()
            .call(SET, DOWNSTREAM, 0, 0, 1024, 1))
        .function("proxy_on_upstream_data", "(iii)i", code -> code.call(SET, UPSTREAM, 100, 0, 1025, 1))
        .build();
    try (EmbeddedProxy proxy = start(module, engine); TcpConversation talk = proxy.connect()) {
      assertEquals("<one", talk.downstreamData("one").upstream().text());
      assertEquals("two>", talk.upstreamData("two").client().text());
      assertEquals(List.of("one"), talk.log().stream().map(LogLine::text).toList());
      assertEquals(List.of("proxy_get_buffer_bytes", "proxy_log", "proxy_set_buffer_bytes", "proxy_set_buffer_bytes"),
          talk.hostcalls().stream().map(HostcallRecord::name).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModuleHoldsDataAndLetsItGoOn(Engine engine) {
    Bytes module = TestModule.proxy()
        .imports(GO, "(i)i")
        .function("proxy_on_downstream_data", "(iii)i", code -> code
            .local(1)
            .i32(3)
            .op(GREATER)
            .when(more -> more.call(GO, DOWNSTREAM).drop())
            .i32(1))
        .build();
    try (EmbeddedProxy proxy = start(module, engine); TcpConversation talk = proxy.connect()) {
      assertEquals("", talk.downstreamData("abc").upstream().text());
      assertEquals("abcd", talk.downstreamData("d").upstream().text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModuleIsToldOfTheCloseThatItOrders(Engine engine) {
    Bytes module = TestModule.proxy()
        .imports(CLOSE, "(i)i")
        .imports(LOG, "(iii)i")
        .data(1024, "closed")
        .function("proxy_on_new_connection", "(i)i", code -> code.call(CLOSE, DOWNSTREAM))
        .function("proxy_on_downstream_connection_close", "(ii)-", code -> code
            .local(1)
            .i32(1)
            .op(0x46)
            .when(local -> local.call(LOG, 2, 1024, 6).drop()))
        .build();
    try (EmbeddedProxy proxy = start(module, engine); TcpConversation talk = proxy.connect()) {
      assertTrue(talk.isClosed());
      assertEquals(List.of("closed"), talk.log().stream().map(LogLine::text).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResultThatTheAbiDoesNotDefineHoldsTheData(Engine engine) {
    Bytes module = TestModule.proxy().function("proxy_on_downstream_data", "(iii)i", code -> code.i32(7)).build();
    try (EmbeddedProxy proxy = start(module, engine); TcpConversation talk = proxy.connect()) {
      assertEquals("", talk.downstreamData("abc").upstream().text());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrapClosesTheConnection(Engine engine) {
    Bytes module =
        TestModule.proxy().function("proxy_on_upstream_data", "(iii)i", TestModule.Code::trap).build();
    try (EmbeddedProxy proxy = start(module, engine); TcpConversation talk = proxy.connect()) {
      assertEquals("a", talk.downstreamData("a").upstream().text());
      assertTrue(talk.upstreamData("b").isClosed());
      assertEquals("", talk.client().text());
      assertTrue(talk.log().get(0).text().startsWith("the plugin's VM failed: proxy_on_upstream_data: "));
    }
  }

  private static EmbeddedProxy start(Bytes module, Engine engine) {
    return EmbeddedProxy.start(PluginSpec.of("test", WasmPlugin.of(module, engine)));
  }
}
