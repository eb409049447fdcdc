package dev.sluice.cli.build;

import dev.sluice.bridge.BuildRequest;
import dev.sluice.bridge.BuildResult;
import dev.sluice.bridge.PluginCompiler;
import dev.sluice.bridge.cache.BuildCache;
import dev.sluice.cli.project.Workspace;
import java.nio.file.Path;

/** The module of a plugin, in a folder of its own below the workspace's. */
public final class ModuleBuild {
  private ModuleBuild() {}

  /**
   * The module, from the cache or built anew.
   *
   * @throws dev.sluice.bridge.BuildFailure where the plugin cannot be built; the message is for its author
   */
  public static BuildResult of(Workspace workspace, CompiledPlugin plugin, boolean optimize, BuildCache cache) {
    Path folder = workspace.cache().resolve("modules").resolve(plugin.className() + (optimize ? ".opt" : ""));
    BuildRequest request = BuildRequest.of(
        plugin.className(), plugin.classPath().asJava(), folder.resolve(plugin.name() + ".wasm"));
    return PluginCompiler.compile(request.withOptimize(optimize), cache);
  }
}
