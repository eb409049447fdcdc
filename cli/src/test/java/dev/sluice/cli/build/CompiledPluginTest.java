package dev.sluice.cli.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.project.PluginSource;
import dev.sluice.cli.project.PluginSources;
import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a word on the command line to class files. */
class CompiledPluginTest {
  private static final String BODY =
      "implements SluicePlugin { public Plugin define(Settings settings) { return Sluice.plugin(\"p\"); } }";

  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void anExampleWithTwoPlugins() throws IOException {
    workspace = new Workspace(root, Workspace.classPath(System.getProperty("java.class.path")));
    source("two-of-them", "TwoOfThem", "public class TwoOfThem " + BODY);
    source("two-of-them", "Second", "public class Second " + BODY);
    source("two-of-them", "Hidden", "class Hidden " + BODY + " abstract class Base " + BODY);
  }

  @Test
  void theFolderMeansTheClassOfItsName() throws Exception {
    CompiledPlugin plugin = compile("two-of-them");
    assertEquals("two-of-them", plugin.name());
    assertEquals("x.TwoOfThem", plugin.className());
    assertTrue(Files.exists(plugin.classPath().head().resolve("x/TwoOfThem.class")));
  }

  @Test
  void aClassIsFoundByItsSimpleAndItsFullName() throws Exception {
    for (String word : Vector.of("Second", "x.Second")) {
      CompiledPlugin plugin = compile(word);
      assertEquals("Second", plugin.name());
      assertEquals("x.Second", plugin.className());
    }
  }

  @Test
  void theOnlyPluginOfAFolderMayHaveAnyName() throws Exception {
    source("other", "Only", "public class Only " + BODY);
    assertEquals("x.Only", compile("other").className());
  }

  @Test
  void severalWithoutTheFoldersNameAreToldApartByTheUser() throws IOException {
    source("other", "A", "public class A { public static class One " + BODY + " public static class Two " + BODY + "}");
    CompileFailure failure = assertThrows(CompileFailure.class, () -> compile("other"));
    assertEquals("example other has no plugin class Other: it has x.A$One, x.A$Two; name the one you want",
        failure.getMessage());
  }

  @Test
  void aFolderWithoutAPluginIsTold() throws IOException {
    source("other", "A", "public class A {}");
    assertTrue(assertThrows(CompileFailure.class, () -> compile("other")).getMessage().contains("no public class"));
  }

  @Test
  void aClassOfAnotherBuildIsTakenAsItIs() throws Exception {
    compile("two-of-them");
    Path classes = workspace.cache().resolve("examples/two-of-them/classes");
    PluginSource source = PluginSources.find(workspace, "x.Second", Vector.of(classes)).get();
    CompiledPlugin plugin = CompiledPlugin.of(workspace, source);
    assertEquals(classes, plugin.classPath().head());
    assertEquals(Vector.of(classes), source.watched());
  }

  @Test
  void aWordThatMeansNothingGetsTheNamesThatDo() throws IOException {
    Either<String, PluginSource> found = PluginSources.find(workspace, "tow", Vector.empty());
    assertEquals("There is no example and no plugin class 'tow'. Examples: two-of-them.", found.getLeft());
  }

  private CompiledPlugin compile(String word) throws IOException, CompileFailure {
    return CompiledPlugin.of(workspace, PluginSources.find(workspace, word, Vector.empty()).get());
  }

  private void source(String example, String name, String text) throws IOException {
    Path folder = Files.createDirectories(workspace.examples().resolve(example).resolve("src/main/java/x"));
    Files.writeString(folder.resolve(name + ".java"), "package x; import dev.sluice.dsl.*; " + text);
  }
}
