package dev.sluice.testkit.fetch;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests of a project keep what they fetched: {@code .sluice} beside the topmost {@code pom.xml}. */
final class ProjectFolder {
  private ProjectFolder() {}

  /**
   * The folder named by the system property {@code sluice.home} or the environment variable {@code SLUICE_HOME}; else
   * {@code .sluice} in the project's root, which is the topmost of the folders in a row above the working directory
   * that have a build file.
   */
  static Path locate() {
    String property = System.getProperty("sluice.home");
    String named = property != null ? property : System.getenv("SLUICE_HOME");
    if (named != null && !named.isBlank()) {
      return Path.of(named).toAbsolutePath();
    }
    return root(Path.of("").toAbsolutePath()).resolve(".sluice");
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
