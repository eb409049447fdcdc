package dev.sluice.bridge.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
  @TempDir Path folder;

  @Test
  void theProjectsFolderLiesBesideTheTopmostBuildFile() throws Exception {
    Path module = Files.createDirectories(folder.resolve("project/modules/one"));
    Files.createFile(folder.resolve("project/pom.xml"));
    Files.createFile(module.resolve("pom.xml"));
    assertEquals(module, ProjectFolder.root(module));
    Files.createFile(folder.resolve("project/modules/pom.xml"));
    assertEquals(folder.resolve("project"), ProjectFolder.root(module));
    assertEquals(folder, ProjectFolder.root(folder));
  }
}
