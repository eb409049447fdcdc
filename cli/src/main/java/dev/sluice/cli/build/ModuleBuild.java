package dev.sluice.cli.build;

import dev.sluice.bridge.BuildFailure;
import dev.sluice.bridge.BuildRequest;
import dev.sluice.bridge.BuildResult;
import dev.sluice.bridge.Manifest;
import dev.sluice.bridge.PluginCompiler;
import dev.sluice.cli.project.Workspace;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The module of a plugin, kept in the workspace's cache with a digest of all that went into it: the plugin's classes and
 * libraries, the compiler with its own, the options. While that stays the same, the module is not built again.
 */
public final class ModuleBuild {
  private ModuleBuild() {}

  /**
   * The module, from the cache or built anew.
   *
   * @throws BuildFailure where the plugin cannot be built; the message is for its author
   */
  public static Module of(Workspace workspace, CompiledPlugin plugin, boolean optimize) throws IOException {
    Path folder = workspace.cache().resolve("modules").resolve(plugin.className() + (optimize ? ".opt" : ""));
    Path wasm = folder.resolve(plugin.name() + ".wasm");
    Path inputs = folder.resolve("inputs");
    String digest = digest(plugin, optimize);
    if (Files.exists(wasm) && Files.exists(inputs) && Files.readString(inputs).equals(digest)) {
      Option<BuildResult> kept = kept(wasm);
      if (kept.isDefined()) {
        return new Module(kept.get(), false);
      }
    }
    Files.createDirectories(folder);
    Files.deleteIfExists(inputs);
    BuildRequest request = BuildRequest.of(plugin.className(), plugin.classPath().asJava(), wasm);
    BuildResult built = PluginCompiler.compile(request.withOptimize(optimize));
    Files.writeString(inputs, digest);
    return new Module(built, true);
  }

  private static Option<BuildResult> kept(Path wasm) throws IOException {
    Path manifest = wasm.resolveSibling(wasm.getFileName().toString().replaceFirst("\\.wasm$", ".manifest.json"));
    if (!Files.exists(manifest)) {
      return Option.none();
    }
    return Option.some(new BuildResult(wasm, manifest, Manifest.fromJson(Files.readString(manifest))));
  }

  private static String digest(CompiledPlugin plugin, boolean optimize) throws IOException {
    return new Fingerprint()
        .add(plugin.className())
        .add(optimize ? "wasm-opt" : "")
        .add(plugin.classPath())
        .add(Workspace.classPath(System.getProperty("java.class.path")))
        .hex();
  }

  /**
   * A module on disk.
   *
   * @param fresh true if it was built just now, false if it was there already
   */
  public record Module(BuildResult result, boolean fresh) {
    public Path wasm() {
      return result.wasm();
    }

    public Manifest manifest() {
      return result.manifest();
    }
  }
}
