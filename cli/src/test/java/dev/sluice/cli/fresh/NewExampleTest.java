package dev.sluice.cli.fresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.build.CompiledPlugin;
import dev.sluice.cli.project.Example;
import dev.sluice.cli.project.Examples;
import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.PluginSources;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewExampleTest {
  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void examplesOfTheProject() throws IOException {
    workspace = new Workspace(root, Workspace.classPath(System.getProperty("java.class.path")));
    Files.createDirectories(workspace.examples());
    Files.copy(Path.of("..", "examples", "pom.xml"), workspace.examples().resolve("pom.xml"));
  }

  @Test
  void thePluginCompilesAndIsFound() throws Exception {
    NewExample.create(workspace, "my-filter");
    Example example = Examples.named(workspace, "my-filter").get();
    assertEquals(2, example.curlLines().size());
    PluginSource source = PluginSources.find(workspace, "my-filter", Vector.empty()).get();
    CompiledPlugin plugin = CompiledPlugin.of(workspace, source);
    assertEquals("dev.sluice.examples.myfilter.MyFilter", plugin.className());
    assertEquals("my-filter", plugin.name());
  }

  @Test
  void theBuildFileOfTheExamplesNamesIt() throws IOException {
    NewExample.create(workspace, "my-filter");
    String build = Files.readString(workspace.examples().resolve("pom.xml"));
    assertTrue(
        build.contains("                <source>my-filter/src/main/java</source>\n                <!-- sources:"));
    assertTrue(build.contains("                <source>my-filter/src/test/java</source>\n                <!-- tests:"));
  }

  @Test
  void noPlaceholderIsLeft() throws IOException {
    for (Path file : NewExample.create(workspace, "my-filter")) {
      assertFalse(Files.readString(file)
          .replace("@Override", "")
          .replaceAll("@(EveryPlace|UsePlugin)", "")
          .contains("@"), file.toString());
    }
  }

  @Test
  void whatIsThereStays() throws IOException {
    Vector<Path> files = NewExample.create(workspace, "my-filter");
    String build = Files.readString(workspace.examples().resolve("pom.xml"));
    Files.writeString(files.head(), "mine");
    assertThrows(FileAlreadyExistsException.class, () -> NewExample.create(workspace, "my-filter"));
    assertEquals("mine", Files.readString(files.head()));
    assertEquals(build, Files.readString(workspace.examples().resolve("pom.xml")));
  }

  @Test
  void aBuildFileWithoutItsMarksIsToldBeforeAnythingIsWritten() throws IOException {
    Files.writeString(workspace.examples().resolve("pom.xml"), "<project/>");
    IOException failure = assertThrows(IOException.class, () -> NewExample.create(workspace, "my-filter"));
    assertTrue(failure.getMessage().contains("<!-- sources:"), failure.getMessage());
    assertFalse(Files.exists(workspace.examples().resolve("my-filter")));
  }
}
