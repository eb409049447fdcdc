package dev.sluice.cli.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCompilationTest {
  @TempDir Path folder;

  @Test
  void classesTakeThePlaceOfThoseThatWereThere() throws Exception {
    Path output = folder.resolve("classes");
    compile(source("A", "sealed interface A { record B(int x) implements A {} }"), output);
    assertTrue(Files.exists(output.resolve("A$B.class")));
    compile(source("A", "class A {}"), output);
    assertTrue(Files.exists(output.resolve("A.class")));
    assertFalse(Files.exists(output.resolve("A$B.class")), "a class whose source is gone");
  }

  @Test
  void anErrorIsShownAtItsPlaceAndTheOldClassesStay() throws Exception {
    Path output = folder.resolve("classes");
    compile(source("A", "class A {}"), output);
    byte[] before = Files.readAllBytes(output.resolve("A.class"));
    Path broken = source("A", "class A {\n  int x = \"text\";\n}");
    CompileFailure failure = assertThrows(CompileFailure.class, () -> compile(broken, output));
    assertEquals(
        broken
            + ":2: incompatible types: java.lang.String cannot be converted to int\n  int x = \"text\";\n          ^",
        failure.getMessage());
    assertEquals(Vector.ofAll(before), Vector.ofAll(Files.readAllBytes(output.resolve("A.class"))));
  }

  @Test
  void noSourceIsAnError() {
    assertThrows(CompileFailure.class,
        () -> JavaCompilation.compile(Vector.empty(), Vector.empty(), folder.resolve("classes")));
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }

  private static void compile(Path source, Path output) throws IOException, CompileFailure {
    JavaCompilation.compile(Vector.of(source), Vector.empty(), output);
  }
}
