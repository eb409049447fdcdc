package dev.sluice.bridge.teavm;

import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenContext;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.backend.wasm.model.WasmTag;
import org.teavm.backend.wasm.render.WasmBinaryRenderer;
import org.teavm.backend.wasm.render.WasmBinaryStatsCollector;
import org.teavm.backend.wasm.render.WasmBinaryVersion;
import org.teavm.backend.wasm.render.WasmBinaryWriter;
import org.teavm.model.MethodReference;

/**
 * Turns TeaVM's module into a Proxy-Wasm module: memory of its own, the exports that the host calls, no start
 * function (a host calls {@code _initialize} when it is ready to be called back), and nothing unreachable.
 */
final class ModuleFinisher {
  private final WasmGCCodeGenContext context;
  private final WasmModule module;
  private final GuestExports exports;
  private final MemoryLayout memory;
  private final boolean names;
  private final WasmFunction initialize;

  ModuleFinisher(WasmGCCodeGenContext context, GuestExports exports, MemoryLayout memory, boolean names) {
    this.names = names;
    this.context = context;
    this.module = context.module();
    this.exports = exports;
    this.memory = memory;
    this.initialize = new WasmFunction(context.functionTypes().of(null));
    // generated on request only: they have to be asked for before TeaVM generates the module
    function(GuestNames.INITIALIZE);
    function(GuestNames.ABI_VERSION);
    function(GuestNames.ALLOCATE);
    exports.needed().values().forEach(this::function);
  }

  private WasmFunction function(MethodReference method) {
    return context.functions().forStaticMethod(method);
  }

  /** The finished module in binary form. */
  byte[] finish() {
    memory.apply();
    for (WasmFunction function : module.functions) {
      function.setExportName(null);
    }
    for (WasmTag tag : module.tags) {
      tag.setExportName(null);
    }
    module.globals.stream().forEach(global -> global.setExportName(null));
    WasmFunction initializer = module.getStartFunction();
    exportInitialize(initializer);
    function(GuestNames.ABI_VERSION).setExportName("proxy_abi_version_0_2_1");
    function(GuestNames.ALLOCATE).setExportName("proxy_on_memory_allocate");
    exports.needed().forEach((callback, method) -> function(method).setExportName(callback.exportName()));
    Pruning.apply(module, initializer);
    return render();
  }

  private void exportInitialize(WasmFunction initializer) {
    initialize.setName("sluice@initialize");
    initialize.setExportName("_initialize");
    initialize.getBody().builder().call(initializer).call(function(GuestNames.INITIALIZE));
    module.functions.add(initialize);
    module.setStartFunction(null);
  }

  private byte[] render() {
    module.prepareForRendering();
    BlockTypes.renumber(module);
    WasmBinaryWriter writer = new WasmBinaryWriter();
    new WasmBinaryRenderer(
        writer, WasmBinaryVersion.V_0x1, !names, null, null, null, null, WasmBinaryStatsCollector.EMPTY)
        .render(module);
    return CompactSizes.of(writer.getData());
  }
}
