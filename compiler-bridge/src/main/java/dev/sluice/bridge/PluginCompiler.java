package dev.sluice.bridge;

import dev.sluice.abi.event.HostCallbacksFactory;
import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.bridge.cache.BuildKey;
import dev.sluice.bridge.cache.ReadNames;
import dev.sluice.bridge.teavm.PluginKind;
import dev.sluice.bridge.teavm.TeaVmBuild;
import dev.sluice.bridge.verify.ModuleVerifier;
import dev.sluice.dsl.SluicePlugin;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.teavm.parsing.resource.ResourceProvider;

/** From a plugin's class to a module that a Proxy-Wasm host loads, and its manifest. */
public final class PluginCompiler {
  private PluginCompiler() {}

  /** Builds the module as {@link #compile(BuildRequest, BuildCache)} does, without a cache. */
  public static BuildResult compile(BuildRequest request) {
    return compile(request, BuildCache.none());
  }

  /**
   * Builds the module, or takes it out of the cache where nothing changed, and writes it and its manifest
   * ({@code NAME.manifest.json} beside {@code NAME.wasm}), and the JSON Schema of the plugin's settings
   * ({@code NAME.settings.schema.json}) where it decodes any.
   *
   * @throws BuildFailure where the class is not a plugin, uses what a module cannot do, or a host would refuse the
   *     result; nothing is written then
   */
  public static BuildResult compile(BuildRequest request, BuildCache cache) {
    List<Path> classPath = ToolClassPath.behind(request.classPath());
    BuildCache.Module module;
    Option<String> schema;
    try (URLClassLoader classes = new URLClassLoader(urls(classPath), PluginCompiler.class.getClassLoader())) {
      PluginKind kind = kind(load(request.pluginClass(), classes));
      module = cache.module(key(request, classPath), names -> compiled(request, classPath, classes, kind, names));
      schema = kind == PluginKind.PIPELINE ? PluginSchema.of(request.pluginClass(), classes) : Option.none();
    } catch (IOException e) {
      throw new BuildFailure("cannot read the class path of " + request.pluginClass() + ": " + e.getMessage());
    }
    byte[] bytes = request.optimize() ? WasmOpt.optimize(module.bytes()) : module.bytes();
    return write(request, bytes, schema, module.kept());
  }

  /** What an installed wasm-opt makes of a module is not kept: it can be another one each time. */
  private static BuildKey key(BuildRequest request, List<Path> classPath) {
    List<String> words = List.of(request.pluginClass(), request.names() ? "names" : "",
        System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
    return new BuildKey(classPath, ToolClassPath.tool(), words);
  }

  private static byte[] compiled(BuildRequest request, List<Path> classPath, ClassLoader classes, PluginKind kind,
      ReadNames names) {
    ResourceProvider files = ResourceProvider.ofClassPath(classPath.stream().map(Path::toFile).toList());
    TeaVmBuild.Outcome outcome = TeaVmBuild.run(
        names.recorded(files), names.recorded(classes), request.pluginClass(), kind, request.names());
    if (!outcome.problems().isEmpty()) {
      throw new BuildFailure(request.pluginClass() + " uses what a module cannot do:", outcome.problems());
    }
    return outcome.module();
  }

  private static URL[] urls(List<Path> classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return urls;
  }

  private static Class<?> load(String name, ClassLoader classes) {
    Class<?> plugin;
    try {
      plugin = Class.forName(name, false, classes);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new BuildFailure("there is no class " + name + " on the class path of the plugin (" + e + ")");
    }
    if (!Modifier.isPublic(plugin.getModifiers()) || Modifier.isAbstract(plugin.getModifiers())) {
      throw new BuildFailure(name + " has to be a public class that is not abstract");
    }
    if (Arrays.stream(plugin.getConstructors()).noneMatch(constructor -> constructor.getParameterCount() == 0)) {
      throw new BuildFailure(name + " needs a public constructor without parameters");
    }
    return plugin;
  }

  private static PluginKind kind(Class<?> plugin) {
    if (SluicePlugin.class.isAssignableFrom(plugin)) {
      return PluginKind.PIPELINE;
    }
    if (HostCallbacksFactory.class.isAssignableFrom(plugin)) {
      return PluginKind.CALLBACKS;
    }
    throw new BuildFailure(plugin.getName() + " is no plugin: it has to implement " + SluicePlugin.class.getName());
  }

  private static BuildResult write(BuildRequest request, byte[] module, Option<String> schema, boolean kept) {
    ModuleVerifier.Report report = ModuleVerifier.verify(module);
    if (!report.refusals().isEmpty()) {
      throw new BuildFailure("the module of " + request.pluginClass() + " is one that hosts refuse:",
          report.refusals());
    }
    Path wasm = request.output().toAbsolutePath();
    String name = wasm.getFileName().toString().replaceFirst("\\.wasm$", "");
    Path schemaFile = wasm.resolveSibling(name + ".settings.schema.json");
    Path manifestFile = wasm.resolveSibling(name + ".manifest.json");
    Manifest manifest =
        Manifest.of(request.pluginClass(), module.length, report.imports(), report.exports(), report.features())
            .withSettingsSchema(schema.isEmpty() ? null : schemaFile.getFileName().toString());
    try {
      Files.createDirectories(wasm.getParent());
      replace(wasm, module);
      replace(manifestFile, manifest.toJson().getBytes(StandardCharsets.UTF_8));
      Files.deleteIfExists(schemaFile);
      if (schema.isDefined()) {
        Files.writeString(schemaFile, schema.get());
      }
    } catch (IOException e) {
      throw new BuildFailure("cannot write " + wasm + ": " + e.getMessage());
    }
    return new BuildResult(wasm, manifestFile, manifest, kept);
  }

  /** Whoever reads the file meanwhile has the old one or the new one, not parts of both. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
