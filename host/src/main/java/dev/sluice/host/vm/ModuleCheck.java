package dev.sluice.host.vm;

import dev.sluice.abi.Callback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;

/** What a host looks at before it runs a module: imports, exports, their types, the ABI's marker. */
final class ModuleCheck {
  private static final List<String> MARKERS = List.of("proxy_abi_version_0_2_1", "proxy_abi_version_0_2_0");
  private static final String OLD_MARKER = "proxy_abi_version_0_1_0";

  private final WasmModule module;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Export> exports = new HashMap<>();

  private ModuleCheck(WasmModule module) {
    this.module = module;
    for (int i = 0; i < module.exportSection().exportCount(); i++) {
      Export export = module.exportSection().getExport(i);
      exports.put(export.name(), export);
    }
  }

  /**
   * The names of the functions that the module exports.
   *
   * @throws ModuleRejectedException with every reason why a host would not load it
   */
  static List<String> check(WasmModule module) {
    ModuleCheck check = new ModuleCheck(module);
    check.marker();
    check.memory();
    check.imports();
    check.exportTypes();
    if (!check.problems.isEmpty()) {
      throw new ModuleRejectedException("not a module for Proxy-Wasm 0.2.1: " + String.join("; ", check.problems));
    }
    return check.exports.values()
        .stream()
        .filter(export -> export.exportType() == ExternalType.FUNCTION)
        .map(Export::name)
        .toList();
  }

  private void marker() {
    if (MARKERS.stream().noneMatch(this::exportsFunction)) {
      problems.add(exportsFunction(OLD_MARKER)
          ? "it is made for Proxy-Wasm 0.1.0, whose callbacks differ; rebuild it with a newer SDK"
          : "the marker export " + MARKERS.get(0) + " is missing");
    }
    if (!exportsFunction(Exported.MALLOC) && !exportsFunction(Exported.ALLOCATE)) {
      problems.add("neither " + Exported.ALLOCATE + " nor malloc is exported");
    }
  }

  private void memory() {
    long imported = module.importSection().count(ExternalType.MEMORY);
    long own = module.memorySection().map(section -> section.memoryCount()).orElse(0);
    if (imported + own != 1) {
      problems.add(imported + own == 0 ? "it has no memory" : "it has more than one memory");
    }
  }

  private void imports() {
    module.importSection().stream().forEach(this::checkImport);
  }

  private void checkImport(Import wanted) {
    String name = wanted.module() + "." + wanted.name();
    switch (wanted.importType()) {
      case FUNCTION -> checkFunction(name, module.typeSection().getType(((FunctionImport) wanted).typeIndex()));
      case MEMORY, TABLE -> {
      }
      case GLOBAL, TAG -> problems.add("it imports the " + wanted.importType().name().toLowerCase(java.util.Locale.ROOT)
          + " " + name + ", which no Proxy-Wasm host has");
    }
  }

  private void checkFunction(String name, FunctionType type) {
    Link link = LinkTable.BY_NAME.get(name);
    if (link == null) {
      problems.add("it imports " + name + ", which no Proxy-Wasm host has");
    } else if (!Signature.parse(link.signature()).typesMatch(type)) {
      problems.add("it imports " + name + " as " + type + ", but the host has " + Signature.parse(link.signature()));
    }
  }

  private void exportTypes() {
    for (Map.Entry<Callback, String> callback : Exported.CALLBACKS.entrySet()) {
      checkExport(callback.getKey().exportName(), callback.getValue());
    }
    Exported.OTHERS.forEach(this::checkExport);
  }

  private void checkExport(String name, String signature) {
    if (exportsFunction(name)) {
      FunctionType type = functionType(exports.get(name).index());
      if (!Signature.parse(signature).typesMatch(type)) {
        problems.add("it exports " + name + " as " + type + ", but the host calls " + Signature.parse(signature));
      }
    }
  }

  private boolean exportsFunction(String name) {
    Export export = exports.get(name);
    return export != null && export.exportType() == ExternalType.FUNCTION;
  }

  private FunctionType functionType(int index) {
    List<FunctionImport> imported = module.importSection()
        .stream()
        .filter(FunctionImport.class::isInstance)
        .map(FunctionImport.class::cast)
        .toList();
    int type = index < imported.size()
        ? imported.get(index).typeIndex()
        : module.functionSection().getFunctionType(index - imported.size());
    return module.typeSection().getType(type);
  }
}
