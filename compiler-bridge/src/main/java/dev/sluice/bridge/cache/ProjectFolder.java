package dev.sluice.bridge.cache;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a project keeps what Sluice fetched and built for it: {@code .sluice} beside the topmost {@code pom.xml}. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /**
   * The folder that is {@link #named}; else {@code .sluice} in the project's root, which is the topmost of the folders in
   * a row above the working directory that have a build file.
   */
  public static Path locate() {
    return named().getOrElse(() -> root(Path.of("").toAbsolutePath()).resolve(".sluice"));
  }

  /** The folder that the system property {@code sluice.home} or the environment variable {@code SLUICE_HOME} names. */
  public static Option<Path> named() {
    return Option.of(System.getProperty("sluice.home"))
        .orElse(() -> Option.of(System.getenv("SLUICE_HOME")))
        .filter(name -> !name.isBlank())
        .map(name -> Path.of(name).toAbsolutePath());
  }

  static Path root(Path start) {
    Path root = start;
    for (Path at = start; at != null && hasBuildFile(at); at = at.getParent()) {
      root = at;
    }
    return root;
  }

  private static boolean hasBuildFile(Path folder) {
    return Files.exists(folder.resolve("pom.xml"))
        || Files.exists(folder.resolve("settings.gradle"))
        || Files.exists(folder.resolve("settings.gradle.kts"))
        || Files.exists(folder.resolve("build.gradle"))
        || Files.exists(folder.resolve("build.gradle.kts"));
  }
}
