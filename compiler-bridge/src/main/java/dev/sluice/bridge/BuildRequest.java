package dev.sluice.bridge;

import java.nio.file.Path;
import java.util.List;

/**
 * What to build.
 *
 * @param pluginClass binary name of a {@code SluicePlugin}, or of a {@code HostCallbacksFactory} for a plugin written
 *     against the ABI alone; public, with a public constructor without parameters
 * @param classPath the plugin's classes and its libraries; Sluice's and TeaVM's own are added
 * @param output the module's file; its folder is made
 * @param optimize runs an installed {@code wasm-opt} over the module
 * @param names keeps the functions' names in the module, for readable traces; costs about its size again
 */
public record BuildRequest(
    String pluginClass, List<Path> classPath, Path output, boolean optimize, boolean names) {

  public BuildRequest {
    classPath = List.copyOf(classPath);
  }

  /** A module without names, not optimised further. */
  public static BuildRequest of(String pluginClass, List<Path> classPath, Path output) {
    return new BuildRequest(pluginClass, classPath, output, false, false);
  }

  public BuildRequest withOptimize(boolean wanted) {
    return new BuildRequest(pluginClass, classPath, output, wanted, names);
  }

  public BuildRequest withNames(boolean wanted) {
    return new BuildRequest(pluginClass, classPath, output, optimize, wanted);
  }
}
