package dev.sluice.bridge.teavm;

import org.teavm.backend.wasm.generate.WasmGCNameProvider;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenRegistry;
import org.teavm.backend.wasm.model.WasmGlobal;
import org.teavm.backend.wasm.model.WasmMemorySegment;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.instruction.WasmInt32Constant;

/**
 * Linear memory of the finished module: TeaVM's constants first, then what the guest's arena hands out. The guest asks
 * for the borders through native methods of {@code dev.sluice.abi.guest.LinearMemory}, which become constants here.
 */
final class MemoryLayout {
  static final int PAGE = 65_536;

  /** The most that proxies let a module have (1 GiB, proxy-wasm-cpp-host limits.h). */
  private static final int MAX_PAGES = 16_384;

  /** One page for constants, one for the arena to start with. */
  private static final int FIRST_PAGES = 2;

  private final WasmModule module;
  private final WasmGlobal base;
  private final WasmGlobal initialSize;

  MemoryLayout(WasmModule module, WasmGCNameProvider names) {
    this.module = module;
    this.base = constant(names.topLevel("sluice@memoryBase"));
    this.initialSize = constant(names.topLevel("sluice@memorySize"));
  }

  private WasmGlobal constant(String name) {
    WasmGlobal global = new WasmGlobal(name, WasmType.INT32);
    global.setImmutable(true);
    global.getInitialValue().add(new WasmInt32Constant(0));
    module.globals.add(global);
    return global;
  }

  void register(WasmGCCodeGenRegistry registry) {
    registry
        .inlineIntrinsics()
        .registerIntrinsic(
            GuestNames.LINEAR_MEMORY,
            (invocation, context, builder) -> {
              switch (invocation.getMethod().getName()) {
                case "base" -> builder.getGlobal(base);
                case "initialSize" -> builder.getGlobal(initialSize);
                case "grow" -> {
                  context.generate(builder, invocation.getArguments().get(0));
                  builder.memoryGrow();
                }
                default -> throw new IllegalStateException("no intrinsic for " + invocation.getMethod());
              }
            },
            "base",
            "initialSize",
            "grow");
  }

  /** Defines and exports the memory, now that the size of the constants is known. */
  void apply() {
    int dataEnd = 0;
    for (WasmMemorySegment segment : module.getSegments()) {
      dataEnd = Math.max(dataEnd, segment.getOffset() + segment.getLength());
    }
    int arena = (dataEnd + 15) / 16 * 16;
    int pages = arena / PAGE + FIRST_PAGES;
    withoutHeap();
    set(base, arena);
    set(initialSize, pages * PAGE);
    module.memoryImportModule = null;
    module.memoryImportName = null;
    module.memoryExportName = "memory";
    module.setMinMemorySize(pages);
    module.setMaxMemorySize(MAX_PAGES);
  }

  /** TeaVM's own malloc has no memory here: the call that would set it up gets zeros, and does nothing. */
  private void withoutHeap() {
    for (WasmGlobal global : module.globals) {
      if ("teavmMemory".equals(global.getImportModule())) {
        global.setImportModule(null);
        global.setImportName(null);
        set(global, 0);
      }
    }
  }

  private static void set(WasmGlobal global, int value) {
    global.getInitialValue().clear();
    global.getInitialValue().add(new WasmInt32Constant(value));
  }
}
