package dev.sluice.bridge.verify;

import dev.sluice.abi.profile.WasmFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryLimits;

/**
 * Reads a finished module with a parser that has nothing to do with the compiler, validates every function, and names
 * whatever a Proxy-Wasm host would refuse (proxy-wasm-cpp-host: unknown or wrongly typed imports, imported globals, no
 * memory, no allocator, no ABI marker, no initialiser).
 */
public final class ModuleVerifier {
  /** proxy-wasm-cpp-host limits.h: 1 GiB. */
  private static final int MAX_PAGES = 16_384;

  private static final AbiSignatures ABI = AbiSignatures.load();

  private final List<String> refusals = new ArrayList<>();
  private final SortedSet<String> imports = new TreeSet<>();
  private final SortedSet<String> exports = new TreeSet<>();
  private final SortedSet<String> features = new TreeSet<>();

  private ModuleVerifier() {}

  /**
   * What was found.
   *
   * @param imports as {@code module.name}, sorted
   * @param exports names, sorted
   * @param features ids of what it needs of WebAssembly, see {@link WasmFeature}; sorted
   * @param refusals why hosts would not load the module; empty for a good one
   */
  public record Report(
      SortedSet<String> imports, SortedSet<String> exports, SortedSet<String> features, List<String> refusals) {}

  /** Verifies a binary module. */
  public static Report verify(byte[] binary) {
    ModuleVerifier verifier = new ModuleVerifier();
    try {
      verifier
          .read(Parser.builder().withValidation(true).build().parse(() -> new java.io.ByteArrayInputStream(binary)));
    } catch (WasmEngineException e) {
      verifier.refusals.add("not a valid WebAssembly module: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      // The parser trusts some numbers and depths before it checks them, and asserts others.
      verifier.refusals.add("not a valid WebAssembly module: " + e);
    }
    return new Report(verifier.imports, verifier.exports, verifier.features, List.copyOf(verifier.refusals));
  }

  private void read(WasmModule module) {
    readImports(module);
    readExports(module);
    readMemory(module);
    readFeatures(module);
  }

  private void readFeatures(WasmModule module) {
    if (module.tagSection().isPresent()) {
      features.add(WasmFeature.EXCEPTION_HANDLING.id());
    }
    for (int i = 0; i < module.typeSection().subTypeCount(); i++) {
      if (module.typeSection().getSubType(i).compType().funcType() == null) {
        features.add(WasmFeature.GARBAGE_COLLECTION.id());
      }
    }
  }

  private void readImports(WasmModule module) {
    for (int i = 0; i < module.importSection().importCount(); i++) {
      Import imported = module.importSection().getImport(i);
      String name = imported.module() + "." + imported.name();
      imports.add(name);
      if (!(imported instanceof FunctionImport function)) {
        refusals.add("imports a " + lower(imported.importType()) + " (" + name + "): hosts link functions only");
        continue;
      }
      FunctionType actual = module.typeSection().getType(function.typeIndex());
      ABI.imported(imported.module(), imported.name())
          .ifPresentOrElse(
              expected -> checkType("import " + name, expected, actual),
              () -> refusals.add("imports " + name + ", which no Proxy-Wasm host has"));
    }
  }

  private void readExports(WasmModule module) {
    int importedFunctions = module.importSection().count(ExternalType.FUNCTION);
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export export = module.exportSection().getExport(i);
      exports.add(export.name());
      if (export.exportType() == ExternalType.FUNCTION && export.index() >= importedFunctions) {
        FunctionType actual =
            module.functionSection().getFunctionType(export.index() - importedFunctions, module.typeSection());
        ABI.exported(export.name())
            .ifPresent(expected -> checkType("export " + export.name(), expected, actual));
      }
    }
    require("proxy_abi_version_0_2_1", "the marker of the ABI version");
    require("memory", "the memory that the host reads");
    if (!exports.contains("proxy_on_memory_allocate") && !exports.contains("malloc")) {
      refusals.add("exports neither proxy_on_memory_allocate nor malloc: the host cannot hand anything over");
    }
    if (!exports.contains("_initialize") && !exports.contains("_start")) {
      refusals.add("exports neither _initialize nor _start: nothing would set the module up");
    }
  }

  private void readMemory(WasmModule module) {
    if (module.memorySection().isEmpty() || module.memorySection().get().memoryCount() != 1) {
      refusals.add("does not define exactly one memory");
      return;
    }
    MemoryLimits limits = module.memorySection().get().getMemory(0).limits();
    if (limits.initialPages() > MAX_PAGES) {
      refusals.add("asks for " + limits.initialPages() + " pages of memory: hosts give at most " + MAX_PAGES);
    }
  }

  private void require(String export, String meaning) {
    if (!exports.contains(export)) {
      refusals.add("does not export " + export + ", " + meaning);
    }
  }

  private void checkType(String what, FunctionType expected, FunctionType actual) {
    if (!expected.typesMatch(actual)) {
      refusals.add(what + " has the type " + actual + ", hosts have it as " + expected);
    }
  }

  private static String lower(ExternalType type) {
    return type.name().toLowerCase(java.util.Locale.ROOT);
  }
}
