package dev.sluice.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SourceWatchTest {
  @TempDir Path folder;

  @Test
  void changedNewAndDeletedFilesBelowAreTold() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("src/main"));
    Path changed = Files.writeString(deep.resolve("A.java"), "a");
    Path deleted = Files.writeString(deep.resolve("B.java"), "b");
    try (SourceWatch watch = SourceWatch.of(Vector.of(folder))) {
      Files.writeString(changed, "aa");
      assertEquals(Vector.of(changed), watch.next());
      Files.delete(deleted);
      assertEquals(Vector.of(deleted), watch.next());
      Path fresh = Files.writeString(Files.createDirectories(folder.resolve("new")).resolve("C.java"), "c");
      assertEquals(Vector.of(fresh), watch.next());
    }
  }
}
