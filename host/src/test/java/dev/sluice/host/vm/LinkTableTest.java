package dev.sluice.host.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.host.exchange.EmbeddedProxy;
import dev.sluice.host.model.PluginSpec;
import org.junit.jupiter.api.Test;

class LinkTableTest {
  private static final String WASI = "wasi_snapshot_preview1.";

  @Test
  void allOfTheAbiIsThere() {
    assertEquals(39, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith("env.proxy_")).count());
    assertEquals(41, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith("env.")).count());
    assertEquals(45, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith(WASI)).count());
    assertEquals(45, LinkTable.BY_NAME.keySet().stream().filter(name -> name.startsWith("wasi_unstable.")).count());
  }

  @Test
  void aModuleThatImportsEverythingLoads() {
    TestModule module = TestModule.proxy();
    LinkTable.BY_NAME.values().forEach(link -> module.imports(link.qualifiedName(), link.signature()));
    EmbeddedProxy.start(PluginSpec.of("test", WasmPlugin.of(module.build(), Engine.INTERPRETER))).close();
  }
}
