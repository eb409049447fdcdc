package dev.sluice.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.examples.requireuser.RequireUser;
import dev.sluice.testkit.CompiledPlugin;
import io.vavr.collection.TreeSet;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Import;

/** The module of the first page's example has in it what the example uses, and nothing else. */
class RequireUserModuleTest {
  /** What it was when the main path was first done, 34,952 bytes, and a tenth. */
  private static final int MOST_BYTES = 38_447;

  private static byte[] binary;
  private static WasmModule module;

  @BeforeAll
  static void compile() throws IOException {
    binary = Files.readAllBytes(CompiledPlugin.of(RequireUser.class).module());
    module = Parser.parse(binary);
  }

  @Test
  void importsOnlyTheHostcallsThatItMakes() {
    TreeSet<String> imports = TreeSet.empty();
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import each = module.importSection().getImport(i);
      imports = imports.add(each.importType() + " " + each.module() + "." + each.name());
    }
    assertEquals(
        TreeSet.of(
            "FUNCTION env.proxy_get_header_map_value",
            "FUNCTION env.proxy_log",
            "FUNCTION env.proxy_send_local_response"),
        imports);
  }

  @Test
  void exportsOnlyWhatLoadsItAndTheCallbackOfItsPipeline() {
    TreeSet<String> exports = TreeSet.empty();
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      exports = exports.add(module.exportSection().getExport(i).name());
    }
    TreeSet<String> needed = TreeSet.of("proxy_abi_version_0_2_1", "_initialize", "proxy_on_memory_allocate", "memory",
        "proxy_on_configure", "proxy_on_request_headers");
    assertEquals(needed, exports.remove("proxy_on_vm_start"));
  }

  @Test
  void staysSmallWithoutAnOptimizer() {
    assertTrue(binary.length <= MOST_BYTES, () -> binary.length + " bytes; most: " + MOST_BYTES);
  }

  @Test
  void theManifestTellsTheSame() {
    assertEquals(binary.length, CompiledPlugin.of(RequireUser.class).manifest().size());
  }
}
