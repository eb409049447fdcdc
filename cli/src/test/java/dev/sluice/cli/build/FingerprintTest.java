package dev.sluice.cli.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  @TempDir Path folder;

  @Test
  void equalInputsEqualDigests() throws IOException {
    Path one = folder("one", "a/A.class", "x");
    Path two = folder("two", "a/A.class", "x");
    Files.setLastModifiedTime(two.resolve("a/A.class"), FileTime.fromMillis(0));
    assertEquals(of(one), of(two));
  }

  @Test
  void contentNameAndOrderCount() throws IOException {
    Path one = folder("one", "a/A.class", "x");
    Path content = folder("content", "a/A.class", "y");
    Path name = folder("name", "b/A.class", "x");
    assertEquals(3, Vector.of(of(one), of(content), of(name)).distinct().size());
    assertNotEquals(of(one, content), of(content, one));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertNotEquals(new Fingerprint().add("ab").add("c").hex(), new Fingerprint().add("a").add("bc").hex());
  }

  @Test
  void anArchiveCountsByNameSizeAndTime() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "x");
    String before = of(jar);
    assertEquals(before, of(jar));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
    assertNotEquals(before, of(jar));
  }

  private Path folder(String name, String file, String text) throws IOException {
    Path path = folder.resolve(name).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return folder.resolve(name);
  }

  private static String of(Path... classPath) throws IOException {
    return new Fingerprint().add(Vector.of(classPath)).hex();
  }
}
