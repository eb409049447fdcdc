package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.Status;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.foreign.ForeignFunctions;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ForeignFunctionRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  /** Messages of Envoy in the encoding of protobuf. */
  private static final String READ_ONLY_STAMP = "\n\5stamp\20\1";
  private static final String TO_CLUSTER_B = "\n\27envoy.tcp_proxy.cluster\22\1b";
  private static final String TO_PORT_B = "\n\33envoy.upstream.dynamic_port\22\1b";
  private final List<String> told = new ArrayList<>();

  @Test
  void aNameThatNoFunctionHasIsNotFound() {
    Inside.aStream(host -> assertEquals("NOT_FOUND", call(host, "no such function", "")));
  }

  @Test
  void theHostsOwnFunctionsAnswerBytesOrAStatus() {
    ForeignFunctions functions = ForeignFunctions.none()
        .with("greet", (caller, name) -> Fetched.of(Bytes.utf8(caller.plugin() + " greets " + name.utf8())))
        .with("refuse", (caller, name) -> Fetched.failed(Status.PARSE_FAILURE));
    Inside.aStream(HostEnvironment.deterministic().withForeignFunctions(functions), host -> {
      assertEquals("test greets joe", call(host, "greet", "joe"));
      assertEquals("PARSE_FAILURE", call(host, "refuse", ""));
      assertEquals("NOT_FOUND", call(host, "compress", ""));
    });
  }

  @Test
  void aFunctionThatThrowsDoesNotEndTheVm() {
    List<LogLine> lines = new ArrayList<>();
    ForeignFunctions functions = ForeignFunctions.none().with("fail", (caller, name) -> {
      throw new IllegalStateException("boom");
    });
    Inside.aStream(HostEnvironment.deterministic().withForeignFunctions(functions).withLog(lines::add),
        host -> assertEquals("INTERNAL_FAILURE", call(host, "fail", "")));
    assertEquals(List.of("[error] test#2 a foreign function failed: java.lang.IllegalStateException: boom"),
        lines.stream().map(LogLine::toString).toList());
  }

  @Test
  void aPluginIsCalledBackWhenItsCallbackIsOver() {
    ForeignFunctions functions = ForeignFunctions.none().with("later", (caller, arguments) -> {
      caller.callBack(7, arguments);
      return Fetched.of(Bytes.EMPTY);
    });
    try (EmbeddedProxy proxy = EmbeddedProxy.start(
        HostEnvironment.deterministic().withForeignFunctions(functions), TestPlugin.spec(CalledBack::new))) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("request", "end of request", "root 1 function 7 of 5: hello"), told);
  }

  @Test
  void theHostCallsAPluginByItself() {
    try (EmbeddedProxy proxy =
        EmbeddedProxy.start(ProxyOptions.deterministic().withWorkers(2), TestPlugin.spec(CalledBack::new))) {
      proxy.foreignFunction(1, 0, 3, Bytes.utf8("news"));
    }
    assertEquals(List.of("root 1 function 3 of 4: news"), told);
  }

  @Test
  void callDataIsThereWhileThePluginIsCalledOnly() {
    Inside.aStream(
        host -> assertEquals("", TestPlugin.told(host.buffers().get(BufferType.CALL_DATA, 0, 9))));
  }

  @Test
  void compressAndUncompressAreInversesInTheZlibFormat() {
    Inside.aStream(host -> {
      String text = "lots and lots of text ".repeat(1_000);
      Bytes packed = host.foreign().call(Bytes.utf8("compress"), Bytes.utf8(text)).bytes();
      assertEquals(0x78, packed.at(0));
      assertEquals(text, host.foreign().call(Bytes.utf8("uncompress"), packed).bytes().utf8());
      assertEquals("SERIALIZATION_FAILURE", call(host, "uncompress", "no zlib"));
      assertEquals("SERIALIZATION_FAILURE",
          TestPlugin.told(host.foreign().call(Bytes.utf8("uncompress"), packed.slice(0, 20))));
      assertEquals("SERIALIZATION_FAILURE", call(host, "uncompress", ""));
    });
  }

  @Test
  void clearRouteCacheHasTheRouteChosenAnew() {
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(call(host, "clear_route_cache", ""));
        return HeadersStatus.CONTINUE;
      }
    })) {
      Conversation conversation = proxy.open();
      assertEquals(0, conversation.routeCacheClears());
      conversation.requestHeaders(HttpRequest.get("/"), true);
      assertEquals(1, conversation.routeCacheClears());
      conversation.close();
    }
    assertEquals(List.of(""), told);
  }

  @Test
  void setEnvoyFilterStateKnowsTheKeysThatEnvoyGoesBy() {
    Inside.aStream(host -> {
      assertEquals("", call(host, "set_envoy_filter_state", TO_CLUSTER_B));
      assertEquals("b", property(host, "filter_state", "envoy.tcp_proxy.cluster"));
      assertEquals("NOT_FOUND", call(host, "set_envoy_filter_state", "\n\1a\22\1b"));
      assertEquals("BAD_ARGUMENT", call(host, "set_envoy_filter_state", TO_PORT_B));
      assertEquals("BAD_ARGUMENT", call(host, "set_envoy_filter_state", "no message"));
      host.flow().setEffectiveContext(1);
      assertEquals("NOT_FOUND", call(host, "set_envoy_filter_state", TO_CLUSTER_B));
      host.flow().setEffectiveContext(0);
    });
  }

  @Test
  void aPropertyThatIsDeclaredReadOnlyIsSetOnce() {
    try (EmbeddedProxy proxy = start(host -> new TestPlugin(host) {
      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        told.add(call(host, "declare_property", READ_ONLY_STAMP));
        told.add(call(host, "declare_property", READ_ONLY_STAMP));
        return true;
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(host.properties().set(Bytes.utf8("stamp"), Bytes.utf8("one")).name());
        told.add(host.properties().set(Bytes.utf8("stamp"), Bytes.utf8("two")).name());
        told.add(property(host, "stamp"));
        told.add(host.properties().set(Bytes.utf8("other"), Bytes.utf8("one")).name());
        told.add(host.properties().set(Bytes.utf8("other"), Bytes.utf8("two")).name());
        return HeadersStatus.CONTINUE;
      }
    })) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("", "BAD_ARGUMENT", "OK", "BAD_ARGUMENT", "one", "OK", "OK"), told);
  }

  @Test
  void expressionsAreThereButNotEvaluated() {
    List<LogLine> lines = new ArrayList<>();
    Inside.aStream(HostEnvironment.deterministic().withLog(lines::add), host -> {
      assertEquals("UNIMPLEMENTED", call(host, "expr_create", "1 + 1"));
      assertEquals("UNIMPLEMENTED", call(host, "expr_evaluate", "\0\0\0\0"));
      assertEquals("UNIMPLEMENTED", call(host, "expr_delete", "\0\0\0\0"));
    });
    assertEquals(3, lines.size());
  }

  private static String call(Hostcalls host, String function, String arguments) {
    return TestPlugin.told(host.foreign().call(Bytes.utf8(function), Bytes.latin1(arguments)));
  }

  private static String property(Hostcalls host, String... path) {
    return TestPlugin.told(host.properties().get(PropertyPath.of(path)));
  }

  private static EmbeddedProxy start(Function<Hostcalls, HostCallbacks> factory) {
    PluginSpec spec = TestPlugin.spec(factory);
    return EmbeddedProxy.start(spec);
  }

  private final class CalledBack extends TestPlugin {
    CalledBack(Hostcalls host) {
      super(host);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("request");
      host.foreign().call(Bytes.utf8("later"), Bytes.utf8("hello"));
      told.add("end of request");
      return HeadersStatus.CONTINUE;
    }

    @Override
    public void onForeignFunction(int rootContextId, int function, int argumentsSize) {
      told.add("root " + rootContextId + " function " + function + " of " + argumentsSize + ": "
          + told(host.buffers().get(BufferType.CALL_DATA, 0, argumentsSize)));
    }
  }
}
