package dev.sluice.bridge.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a change. */
class BuildInputsTest {
  private static final SortedSet<String> A_AND_B = new TreeSet<>(List.of("p/A.class", "p/B.class"));

  @TempDir Path folder;
  private Path one;
  private Path two;
  private Path jar;
  private Path tool;

  @BeforeEach
  void aClassPath() throws IOException {
    one = Files.createDirectories(folder.resolve("one"));
    two = Files.createDirectories(folder.resolve("two"));
    tool = Files.createDirectories(folder.resolve("tool"));
    jar = Files.writeString(folder.resolve("library.jar"), "library");
    write(one, "p/A.class", "a");
    write(two, "p/C.class", "c");
    write(tool, "Compiler.class", "1");
  }

  @Test
  void nothingChangedNothingDiffers() throws IOException {
    String before = inputs("x");
    Files.setLastModifiedTime(one.resolve("p/A.class"), FileTime.fromMillis(0));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertEquals(before, inputs("x"), "times do not count");
  }

  @Test
  void whatTheBuildLookedForCounts() throws IOException {
    String before = inputs("x");
    write(two, "p/C.class", "other");
    assertEquals(before, inputs("x"), "nobody looked for C");
    write(one, "p/A.class", "b");
    assertNotEquals(before, inputs("x"), "A is another one");
    write(one, "p/A.class", "a");
    assertEquals(before, inputs("x"));
    write(two, "p/B.class", "");
    assertNotEquals(before, inputs("x"), "B was not there, and is now, if empty");
  }

  @Test
  void theOrderOfTheClassPathCounts() throws IOException {
    write(two, "p/A.class", "other");
    assertNotEquals(digest(key("x", one, two)), digest(key("x", two, one)));
  }

  @Test
  void archivesToolWordsAndExtensionsCountAsAWhole() throws IOException {
    Vector<String> seen = Vector.of(inputs("x"), inputs("y"));
    Files.writeString(jar, "changed");
    seen = seen.append(inputs("x"));
    write(tool, "Compiler.class", "2");
    seen = seen.append(inputs("x"));
    write(two, "META-INF/services/java.lang.Runnable", "p.A");
    seen = seen.append(inputs("x"));
    Files.delete(jar);
    seen = seen.append(inputs("x"));
    write(two, "META-INF/services/org.teavm.vm.spi.TeaVMPlugin", "p.C");
    seen = seen.append(inputs("x"));
    write(two, "p/C.class", "another extension");
    seen = seen.append(inputs("x"));
    assertEquals(seen.size(), seen.distinct().size(), seen::toString);
  }

  @Test
  void whatIsReadAtOnceIsWhatItWasThen() throws IOException {
    BuildInputs inputs = BuildInputs.of(key("x", one, two));
    String before = BuildInputs.of(key("x", one, two)).digest(A_AND_B);
    inputs.readAll();
    write(one, "p/A.class", "b");
    assertEquals(before, inputs.digest(A_AND_B));
  }

  @Test
  void codeThatMayRunInTheCompilerIsKnown() throws IOException {
    BuildInputs inputs = BuildInputs.of(new BuildKey(List.of(one, tool), List.of(tool), List.of()));
    assertTrue(inputs.countsAlone("p/A.class"));
    assertFalse(inputs.countsAlone("Compiler.class"));
    assertFalse(inputs.countsAlone("p/Missing.class"));
  }

  private String inputs(String word) throws IOException {
    return digest(key(word, one, two));
  }

  private BuildKey key(String word, Path... folders) {
    return new BuildKey(Vector.of(folders).append(jar).asJava(), List.of(tool), List.of(word));
  }

  private static String digest(BuildKey key) throws IOException {
    BuildInputs inputs = BuildInputs.of(key);
    return inputs.unit() + " " + inputs.digest(A_AND_B);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
