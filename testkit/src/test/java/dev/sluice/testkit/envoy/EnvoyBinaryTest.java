package dev.sluice.testkit.envoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyBinaryTest {
  @TempDir Path folder;

  @Test
  void anEnvoyElsewhereTellsItsVersion() throws Exception {
    Path file = script("echo; echo \"envoy  version: 9e55/1.41.1-dev/Clean/RELEASE/BoringSSL\"");
    assertEquals(new EnvoyBinary("1.41.1-dev", file), EnvoyBinary.at(file.toString()));
  }

  @Test
  void whatIsNoEnvoyIsRefused() throws Exception {
    assertRefused(folder.resolve("nothing"), "is not there or not executable");
    assertRefused(script("echo something else"), "does not tell a version: something else");
    assertRefused(Files.createDirectory(folder.resolve("folder")), "does not run");
  }

  private static void assertRefused(Path file, String why) {
    var refused = assertThrows(IllegalStateException.class, () -> EnvoyBinary.at(file.toString()));
    assertTrue(refused.getMessage().startsWith("ENVOY_BINARY names " + file), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private Path script(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("envoy"), "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }
}
