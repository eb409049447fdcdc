package dev.sluice.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.dsl.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example is a folder with source, test and README, and the build knows it: one that it forgets is never tested. */
class ExampleFoldersTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve("src"))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theBuildCompilesIt(Path folder) throws IOException {
    String build = Files.readString(EXAMPLES.resolve("pom.xml"));
    for (String kind : List.of("main", "test")) {
      String line = "<source>" + folder.getFileName() + "/src/" + kind + "/java</source>";
      assertTrue(build.contains(line), () -> "examples/pom.xml lacks " + line);
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itHasATest(Path folder) throws IOException {
    assertFalse(sources(folder.resolve("src/main/java"), ".java").isEmpty(), "a plugin");
    assertFalse(sources(folder.resolve("src/test/java"), "Test.java").isEmpty(), "a test of it");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itsReadmeSaysHowToRunIt(Path folder) throws IOException {
    String readme = Files.readString(folder.resolve("README.md"));
    assertTrue(readme.contains("./sluice run " + folder.getFileName()), readme);
    assertTrue(readme.lines().anyMatch(line -> line.strip().startsWith("curl ")), readme);
  }

  static List<Path> configured() throws IOException {
    return folders().stream().filter(folder -> Files.exists(folder.resolve("config.json"))).toList();
  }

  /** What {@code ./sluice run} hands to the plugin where nothing else is given. */
  @ParameterizedTest
  @MethodSource("configured")
  void itsConfigurationIsAccepted(Path folder) throws IOException, ReflectiveOperationException {
    Settings settings = Settings.of(Files.readString(folder.resolve("config.json")));
    List<Class<?>> plugins = Examples.plugins().filter(plugin -> isIn(folder, plugin)).toList();
    assertFalse(plugins.isEmpty());
    for (Class<?> plugin : plugins) {
      Examples.make(plugin).define(settings);
    }
  }

  private static boolean isIn(Path folder, Class<?> plugin) {
    return Files.exists(folder.resolve("src/main/java").resolve(plugin.getName().replace('.', '/') + ".java"));
  }

  @Test
  void theListOfExamplesIsThatOfTheFolders() throws IOException {
    List<String> listed = Files.readAllLines(EXAMPLES.resolve("README.md"))
        .stream()
        .filter(line -> line.startsWith("| ["))
        .map(line -> line.substring("| [".length(), line.indexOf(']')))
        .sorted()
        .toList();
    assertEquals(folders().stream().map(folder -> folder.getFileName().toString()).toList(), listed);
  }

  private static List<Path> sources(Path folder, String end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
