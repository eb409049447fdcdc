package dev.sluice.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.sluice.abi.Bytes;
import dev.sluice.bridge.BuildFailure;
import dev.sluice.bridge.Manifest;
import dev.sluice.bridge.verify.ModuleVerifier;
import dev.sluice.host.vm.Engine;
import dev.sluice.host.vm.ModuleRejectedException;
import dev.sluice.host.vm.WasmPlugin;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Modules and their manifests. */
class ModuleFuzzTest {
  private static final byte[] MODULE = SmallModule.build();

  @Provide
  Arbitrary<Bytes> modules() {
    return ForeignBytes.around(
        List.of(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, new byte[] {1, 4, 1, 0x60, 0, 0},
            new byte[] {-1, -1, -1, -1, 15},
            new byte[] {-1, -1, -1, -1, 7}, new byte[] {10, 4, 1, 2, 0, 11}, new byte[] {2, 0x40, 3, 0x40, 4, 0x40, 11},
            new byte[] {0x50}, new byte[] {0x4e}, new byte[] {0}),
        List.of(MODULE));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aModuleIsTakenOrRejected(@ForAll("modules") Bytes raw) {
    try {
      WasmPlugin.of(raw, Engine.INTERPRETER);
    } catch (ModuleRejectedException expected) {
      assertFalse(expected.getMessage().isBlank());
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theVerifierReportsOnAnyBytes(@ForAll("modules") Bytes raw) {
    ModuleVerifier.Report report = ModuleVerifier.verify(raw.toArray());
    assertNotNull(report.refusals());
  }

  @Provide
  Arbitrary<Bytes> manifests() {
    return ForeignBytes.around("{ } [ ] [[[[[[[[ \"size\" \"callbacks\" : , 1 1e999 \"a\" null true",
        "{\"pluginClass\":\"a.B\",\"size\":12,\"callbacks\":[\"proxy_on_log\"],\"hostcalls\":[],\"wasi\":[\"random_get\"]}");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aManifestIsReadOrRefused(@ForAll("manifests") Bytes raw) {
    try {
      Manifest manifest = Manifest.fromJson(raw.utf8());
      assertEquals(manifest, Manifest.fromJson(manifest.toJson()));
    } catch (BuildFailure expected) {
      assertFalse(expected.getMessage().isBlank());
    }
  }
}
