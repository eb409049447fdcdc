package dev.sluice.bridge;

import dev.sluice.abi.event.HostCallbacksFactory;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** From a plugin's class to a module that a Proxy-Wasm host loads, and its manifest. */
public final class PluginCompiler {
  private PluginCompiler() {}

  /**
   * Builds the module and writes it and its manifest ({@code NAME.manifest.json} beside {@code NAME.wasm}), and the
   * JSON Schema of the plugin's settings ({@code NAME.settings.schema.json}) where it decodes any.
   *
   * @throws BuildFailure where the class is not a plugin, uses what a module cannot do, or a host would refuse the
   *     result; nothing is written then
   */
  public static BuildResult compile(BuildRequest request) {
    List<Path> classPath = ToolClassPath.behind(request.classPath());
    byte[] module;
    Option<String> schema;
    try (URLClassLoader classes = new URLClassLoader(urls(classPath), PluginCompiler.class.getClassLoader())) {
      PluginKind kind = kind(load(request.pluginClass(), classes));
      TeaVmBuild.Outcome outcome =
          TeaVmBuild.run(classPath, classes, request.pluginClass(), kind, request.names());
      if (!outcome.problems().isEmpty()) {
        throw new BuildFailure(request.pluginClass() + " uses what a module cannot do:", outcome.problems());
      }
      module = outcome.module();
      schema = kind == PluginKind.PIPELINE ? PluginSchema.of(request.pluginClass(), classes) : Option.none();
    } catch (IOException e) {
      throw new BuildFailure("cannot read the class path of " + request.pluginClass() + ": " + e.getMessage());
    }
    return write(request, request.optimize() ? WasmOpt.optimize(module) : module, schema);
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

  private static BuildResult write(BuildRequest request, byte[] module, Option<String> schema) {
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
      Files.write(wasm, module);
      Files.writeString(manifestFile, manifest.toJson());
      Files.deleteIfExists(schemaFile);
      if (schema.isDefined()) {
        Files.writeString(schemaFile, schema.get());
      }
    } catch (IOException e) {
      throw new BuildFailure("cannot write " + wasm + ": " + e.getMessage());
    }
    return new BuildResult(wasm, manifestFile, manifest);
  }
}
