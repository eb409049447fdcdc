package dev.sluice.testkit;

import dev.sluice.bridge.BuildRequest;
import dev.sluice.bridge.BuildResult;
import dev.sluice.bridge.Manifest;
import dev.sluice.bridge.PluginCompiler;
import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.bridge.deploy.WasmFilterConfig;
import io.vavr.control.Try;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A plugin of this class path as a module. Each class is compiled once in a JVM, also one that fails, and
 * taken out of the project's cache where nothing changed since another JVM compiled it.
 *
 * @param module the .wasm file
 * @param manifest what the module exports and calls
 */
public record CompiledPlugin(Path module, Manifest manifest) {
  private static final Map<Class<?>, Try<CompiledPlugin>> COMPILED = new ConcurrentHashMap<>();

  /**
   * The module of this plugin.
   *
   * @param plugin a {@code SluicePlugin} or, for a plugin written against the ABI alone, a {@code HostCallbacksFactory}
   * @throws dev.sluice.bridge.BuildFailure where the plugin uses what can not be compiled
   */
  public static CompiledPlugin of(Class<?> plugin) {
    return COMPILED.computeIfAbsent(plugin, each -> Try.of(() -> compile(each))).get();
  }

  /** An Envoy filter of this name that runs the module. */
  public WasmFilterConfig filter(String name) {
    return WasmFilterConfig.of(name, module.toString());
  }

  private static CompiledPlugin compile(Class<?> plugin) {
    // A folder for each JVM, since several may test the same plugin at a time.
    Path folder = Path.of("target", "sluice-tests", Long.toString(ProcessHandle.current().pid()));
    Path output = folder.resolve(plugin.getName() + ".wasm").toAbsolutePath();
    BuildResult result =
        PluginCompiler.compile(BuildRequest.of(plugin.getName(), classPath(), output), BuildCache.ofProject());
    return new CompiledPlugin(result.wasm(), result.manifest());
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }
}
