package dev.sluice.host.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.BufferType;
import dev.sluice.abi.Bytes;
import dev.sluice.abi.Callback;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.HeadersStatus;
import dev.sluice.abi.LogLevel;
import dev.sluice.abi.MapType;
import dev.sluice.abi.call.Hostcalls;
import dev.sluice.abi.codec.PropertyPath;
import dev.sluice.abi.event.HostCallbacks;
import dev.sluice.host.model.HostEnvironment;
import dev.sluice.host.model.JvmPlugin;
import dev.sluice.host.model.LogLine;
import dev.sluice.host.model.PluginRefusedException;
import dev.sluice.host.model.PluginSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LifecycleRulesTest {
  private static final HttpResponse UP = HttpResponse.of(200, "up");
  private final List<String> told = new ArrayList<>();

  @Test
  void callbacksComeInEnvoysOrder() {
    try (EmbeddedProxy proxy = EmbeddedProxy.start(TestPlugin.spec(Telling::new))) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("create 1 in 0", "start 1", "configure 1", "create 2 in 1", "request 2", "response 2", "log 2",
        "done 2", "delete 2", "done 1", "delete 1"), told);
  }

  @Test
  void aHostCallsOnlyWhatIsExported() {
    PluginSpec spec = PluginSpec.of("test",
        JvmPlugin.of(Telling::new).exporting(EnumSet.of(Callback.REQUEST_HEADERS, Callback.CONFIGURE)));
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("configure 1", "request 2"), told);
  }

  @Test
  void configurationsAreReadableWhileStartingAndConfiguring() {
    PluginSpec spec = TestPlugin.spec(host -> new TestPlugin(host) {
      @Override
      public boolean onVmStart(int rootContextId, int configurationSize) {
        told.add("vm " + configurationSize + told(host.buffers().get(BufferType.VM_CONFIGURATION, 0, 100)));
        told.add(told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, 100)));
        return true;
      }

      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        told.add("plugin " + configurationSize + told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, 100)));
        told.add(told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 1, 1)));
        told.add(told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 9, 1)));
        return true;
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        told.add(told(host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, 100)));
        return HeadersStatus.CONTINUE;
      }
    }).withVmConfiguration(Bytes.utf8("vvv")).withConfiguration("pp");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("vm 3vvv", "NOT_FOUND", "plugin 2pp", "p", "", "NOT_FOUND"), told);
  }

  @Test
  void aRefusedConfigurationIsAnErrorWithThePluginsLog() {
    PluginSpec spec = TestPlugin.spec(host -> new Telling(host) {
      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        log("the key 'a' is missing");
        return false;
      }
    });
    PluginRefusedException refused = assertThrows(PluginRefusedException.class, () -> EmbeddedProxy.start(spec));
    assertEquals("plugin 'test' refused its configuration; its log:\n  [info] test#1 the key 'a' is missing",
        refused.getMessage());
  }

  @Test
  void aFailureInAConstructorIsAnErrorThatNamesIt() {
    PluginRefusedException refused = assertThrows(PluginRefusedException.class,
        () -> EmbeddedProxy.start(TestPlugin.spec(host -> {
          throw new IllegalStateException("no luck");
        })));
    assertTrue(refused.getMessage().contains("no luck"), refused.getMessage());
  }

  @Test
  void onlyTheLogIsAllowedWhileLoading() {
    PluginRefusedException refused = assertThrows(PluginRefusedException.class,
        () -> EmbeddedProxy.start(TestPlugin.spec(host -> {
          host.log().log(LogLevel.INFO, Bytes.utf8("hello"));
          host.headers().value(MapType.REQUEST_HEADERS, Bytes.utf8("x"));
          return new HostCallbacks() {};
        })));
    assertTrue(refused.getMessage().contains("proxy_get_header_map_value is forbidden while the module loads"),
        refused.getMessage());
    assertEquals(List.of("hello"), refused.log().stream().map(LogLine::text).toList());
  }

  @Test
  void aNewConfigurationIsANewRootContextInTheSameVm() {
    PluginSpec spec = TestPlugin.spec(Telling::new);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.update(0, spec.withConfiguration("new"));
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("create 1 in 0", "start 1", "configure 1", "create 2 in 0", "start 2", "configure 2",
        "done 1", "delete 1", "create 3 in 2"), told.subList(0, 9));
  }

  @Test
  void aStreamInFlightKeepsItsConfiguration() {
    PluginSpec spec = TestPlugin.spec(Telling::new);
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/"), seen -> {
        proxy.update(0, spec.withConfiguration("new"));
        told.add("updated");
        return UP;
      });
    }
    assertEquals(List.of("create 3 in 0", "start 3", "configure 3", "updated", "response 2", "log 2", "done 2",
        "delete 2", "done 1", "delete 1", "done 3", "delete 3"), told.subList(5, told.size()));
  }

  @Test
  void aRefusedConfigurationKeepsTheOldOne() {
    Function<Hostcalls, HostCallbacks> plugin = host -> new TestPlugin(host) {
      private String configured = "";

      @Override
      public boolean onConfigure(int rootContextId, int configurationSize) {
        Fetched fetched = host.buffers().get(BufferType.PLUGIN_CONFIGURATION, 0, configurationSize);
        if (told(fetched).equals("bad")) {
          return false;
        }
        configured = told(fetched);
        return true;
      }

      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        return reply(200, configured);
      }
    };
    PluginSpec spec = TestPlugin.spec(plugin).withConfiguration("good");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      assertThrows(PluginRefusedException.class, () -> proxy.update(0, spec.withConfiguration("bad")));
      assertEquals("good", proxy.exchange(HttpRequest.get("/"), seen -> UP).text());
      proxy.update(0, spec.withConfiguration("better"));
      assertEquals("better", proxy.exchange(HttpRequest.get("/"), seen -> UP).text());
    }
  }

  @Test
  void severalPluginsShareOneVm() {
    PluginSpec one = TestPlugin.spec(Telling::new).withRootId("one");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(HostEnvironment.deterministic(), one, one.withRootId("two"))) {
      proxy.exchange(HttpRequest.get("/"), seen -> UP);
    }
    assertEquals(List.of("create 3 in 1", "request 3", "create 4 in 2", "request 4", "response 4", "response 3"),
        told.subList(6, 12));
  }

  @Test
  void propertiesOfPluginRequestAndResponse() {
    PluginSpec spec = PluginSpec.of("my-plugin", JvmPlugin.of(host -> new TestPlugin(host) {
      @Override
      public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
        tell("plugin_name");
        tell("plugin_root_id");
        tell("request", "method");
        tell("request", "url_path");
        tell("request", "query");
        tell("request", "headers", "x-a");
        tell("response", "code");
        host.properties().set(Bytes.utf8("mine"), Bytes.utf8("kept"));
        tell("nothing");
        return HeadersStatus.CONTINUE;
      }

      @Override
      public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
        tell("mine");
        tell("response", "code");
        tell("request", "path");
        return HeadersStatus.CONTINUE;
      }

      private void tell(String... path) {
        told.add(told(host.properties().get(PropertyPath.of(path))));
      }
    })).withRootId("root");
    try (EmbeddedProxy proxy = EmbeddedProxy.start(spec)) {
      proxy.exchange(HttpRequest.get("/p?q").header("x-a", "1"), seen -> UP);
    }
    assertEquals(List.of("my-plugin", "root", "GET", "/p", "q", "1", "NOT_FOUND", "NOT_FOUND", "kept",
        "\u00c8\0\0\0\0\0\0\0", "NOT_FOUND"), told);
  }

  private class Telling extends TestPlugin {
    Telling(Hostcalls host) {
      super(host);
    }

    @Override
    public boolean onVmStart(int rootContextId, int configurationSize) {
      return told.add("start " + rootContextId);
    }

    @Override
    public boolean onConfigure(int rootContextId, int configurationSize) {
      return told.add("configure " + rootContextId);
    }

    @Override
    public void onContextCreate(int contextId, int parentContextId) {
      told.add("create " + contextId + " in " + parentContextId);
    }

    @Override
    public HeadersStatus onRequestHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("request " + contextId);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public HeadersStatus onResponseHeaders(int contextId, int headerCount, boolean endOfStream) {
      told.add("response " + contextId);
      return HeadersStatus.CONTINUE;
    }

    @Override
    public boolean onDone(int contextId) {
      return told.add("done " + contextId);
    }

    @Override
    public void onLog(int contextId) {
      told.add("log " + contextId);
    }

    @Override
    public void onDelete(int contextId) {
      told.add("delete " + contextId);
    }
  }
}
