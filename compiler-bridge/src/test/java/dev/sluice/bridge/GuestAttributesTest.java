package dev.sluice.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.bridge.probe.ReadsPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module has the attributes that its code names, and no others. */
final class GuestAttributesTest {
  @TempDir Path folder;

  @Test
  void attributesThatNobodyReadsAreNotInTheModule() throws IOException {
    BuildResult built = PluginCompiler.compile(Guest.request(ReadsPath.class, folder));
    String module = Files.readString(built.wasm(), StandardCharsets.ISO_8859_1);
    assertTrue(module.contains("path"), "names stand in a module as they are");
    for (String other : List.of("url_path", "useragent", "grpc_status", "tls_version", "xds", "plugin_name",
        "ANYWHERE", "timestamp", "duration")) {
      assertFalse(module.contains(other), other);
    }
    assertEquals(Set.of("proxy_get_property", "proxy_log", "proxy_send_local_response"),
        built.manifest().hostcalls());
  }
}
