package dev.sluice.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyTestsTest {
  private static final FileTime START = FileTime.from(Instant.EPOCH.plusSeconds(100));

  @TempDir Path root;

  @Test
  void theModulesAreSummedUp() throws IOException {
    tally("testkit", "1.36.2 3\n1.40.0 4\n");
    tally("examples", "1.40.0 10\n");
    tally("host", "");
    assertEquals("Envoy tests executed: 17 (3 on 1.36.2, 14 on 1.40.0)", EnvoyTests.read(root, START).summary());
  }

  @Test
  void anEarlierRunDoesNotCount() throws IOException {
    Files.setLastModifiedTime(tally("testkit", "1.36.2 3\n"), FileTime.from(Instant.EPOCH));
    assertEquals("Envoy tests executed: none", EnvoyTests.read(root, START).summary());
  }

  @Test
  void aBrokenTallyIsNamed() throws IOException {
    Path file = tally("testkit", "1.36.2 many\n");
    IOException failure = assertThrows(IOException.class, () -> EnvoyTests.read(root, START));
    assertTrue(failure.getMessage().startsWith(file + ": '1.36.2 many'"), failure.getMessage());
  }

  private Path tally(String module, String text) throws IOException {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target"));
    return Files.writeString(folder.resolve("envoy-tests.txt"), text);
  }
}
