package dev.sluice.bridge.teavm;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.teavm.cache.EmptyProgramCache;
import org.teavm.dependency.DependencyListener;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;

/** One run of TeaVM: from a plugin's class to the bytes of its module. */
public final class TeaVmBuild {
  private TeaVmBuild() {}

  /**
   * What a run gave.
   *
   * @param module the module's bytes, empty where there are problems
   * @param problems what TeaVM refused, each with its call site; empty for a good module
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Outcome(byte[] module, List<String> problems) {}

  /**
   * Compiles one plugin.
   *
   * @param classPath finds the plugin, what it uses, and TeaVM's class library
   * @param classes loads TeaVM's own extensions, and those found on the class path
   * @param names keeps function names in the module
   */
  public static Outcome run(
      ResourceProvider classPath, ClassLoader classes, String pluginClass, PluginKind kind, boolean names) {
    GuestExports exports = new GuestExports(kind == PluginKind.CALLBACKS);
    ProxyWasmTarget target = new ProxyWasmTarget(exports, names);
    ReferenceCache references = new ReferenceCache();
    ResourceProvider resources = JdkMath.withFdLibm(classPath);
    TeaVM teavm =
        new TeaVMBuilder(target)
            .setClassLoader(classes)
            .setReferenceCache(references)
            .setResourceProvider(resources)
            .setClassSource(
                new ClasspathClassHolderSource(resources, references, classes))
            .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
            .setObfuscated(true)
            .setStrict(true)
            .build();
    teavm.setProgramCache(EmptyProgramCache.INSTANCE);
    teavm.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    teavm.add(exports);
    teavm.add(new EntryBinding(pluginClass, kind));
    teavm.add(new JdkSubstitutions());
    teavm.add(new LeftOutCalls());
    teavm.add(new SingleThread());
    teavm.add(new CheckedOperations());
    FaultMarkers faults = new FaultMarkers();
    teavm.add((ClassHolderTransformer) faults);
    teavm.add((DependencyListener) faults);
    teavm.installPlugins();
    teavm.setEntryPoint(GuestNames.EXPORTS);
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    teavm.build(name -> module, "plugin.wasm");
    Problems problems = new Problems(new CallChains(teavm.getDependencyInfo().getCallGraph()));
    teavm.getProblemProvider().getSevereProblems().forEach(problems::add);
    if (problems.isEmpty()) {
      problems.addFunctions(target.module());
    }
    return new Outcome(module.toByteArray(), problems.texts());
  }
}
