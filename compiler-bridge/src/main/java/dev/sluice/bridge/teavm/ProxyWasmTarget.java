package dev.sluice.bridge.teavm;

import java.io.IOException;
import java.io.OutputStream;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenContext;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenRegistry;
import org.teavm.backend.wasm.model.WasmModule;
import org.teavm.dependency.DependencyInfo;
import org.teavm.model.ListableClassHolderSource;
import org.teavm.model.MethodReader;
import org.teavm.model.Program;
import org.teavm.vm.BuildTarget;
import org.teavm.vm.TeaVMTargetController;

/**
 * TeaVM's WasmGC target without its JavaScript half. TeaVM generates its module as always (into nothing); then the
 * module, still a tree in memory, is turned into one that a Proxy-Wasm host loads, and is written.
 *
 * <p>{@link TeaVMWasmGCHost} is repeated on purpose: TeaVM looks for host extensions among the direct interfaces only,
 * and its own plugins skip their WasmGC part where they do not find it.
 */
final class ProxyWasmTarget extends WasmGCTarget implements TeaVMWasmGCHost {
  private final GuestExports exports;
  private final boolean names;
  private ModuleFinisher finisher;
  private WasmModule module;
  private TeaVMTargetController controller;
  private RecursionGuard recursionGuard;

  ProxyWasmTarget(GuestExports exports, boolean names) {
    this.exports = exports;
    this.names = names;
    setStrict(true);
    setObfuscated(true);
    contributeToCodeGen(this::contribute);
  }

  private void contribute(WasmGCCodeGenContext context, WasmGCCodeGenRegistry registry) {
    MemoryLayout memory = new MemoryLayout(context.module(), context.names());
    memory.register(registry);
    JdkMath.registerInstructions(registry);
    finisher = new ModuleFinisher(context, exports, memory, names);
    module = context.module();
  }

  /** The module as it was written; null where TeaVM found problems before that. */
  WasmModule module() {
    return module;
  }

  @Override
  public void setController(TeaVMTargetController controller) {
    super.setController(controller);
    this.controller = controller;
  }

  /** All checks come before inlining: what follows drops unused reads, and with them what they would have thrown. */
  @Override
  public void beforeInlining(Program program, MethodReader method) {
    FaultMarkers.remove(program);
    super.beforeInlining(program, method);
    super.beforeOptimizations(program, method);
  }

  @Override
  public void beforeOptimizations(Program program, MethodReader method) {
    // TeaVM would check bounds here, see beforeInlining
  }

  @Override
  public void afterOptimizations(Program program, MethodReader method) {
    super.afterOptimizations(program, method);
    if (recursionGuard == null) {
      DependencyInfo dependencies = controller.getDependencyInfo();
      recursionGuard = RecursionGuard.of(dependencies.getCallGraph(), dependencies.getReachableMethods());
    }
    recursionGuard.apply(method.getReference(), program);
  }

  @Override
  public void emit(ListableClassHolderSource classes, BuildTarget buildTarget, String outputName) throws IOException {
    OrphanInterfaces.detach(classes);
    super.emit(classes, name -> OutputStream.nullOutputStream(), outputName);
    try (OutputStream out = buildTarget.createResource(outputName)) {
      out.write(finisher.finish());
    }
  }
}
