package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module of several plugins: the words say which one is meant. */
class RootIdTest {
  @TempDir Path root;
  private TinyExample tiny;

  @BeforeEach
  void aModule() throws IOException {
    tiny = TinyExample.in(root)
        .hold("Plugins.of(\"auth\", settings -> plugin(\"auth\").request(removeHeader(settings.text())))"
            + ".and(\"tag\", settings -> plugin(\"tag\").request(setHeader(\"x-tag\", \"1\")))");
  }

  @Test
  void withoutOneNoPluginIsMeant() {
    for (String command : List.of("build", "check", "explain", "validate", "run")) {
      for (List<String> id : List.of(List.<String>of(), List.of("--root-id", "other"))) {
        Spoken said = said(command, id);
        assertEquals(1, said.status(), said.out());
        assertTrue(said.err().contains("tiny.Tiny holds several plugins: say with --root-id which one"), said.err());
        assertTrue(said.err().contains("auth, tag"), said.err());
      }
    }
  }

  @Test
  void theOneMeantIsExplainedAndChecked() {
    Spoken explained = said("explain", List.of("--root-id", "tag"));
    assertEquals(0, explained.status(), explained.err());
    assertTrue(explained.out().contains("x-tag"), explained.out());
    assertEquals(new Spoken(0, "valid\n", ""), said("validate", List.of("--root-id", "auth", "--config", "x-a")));
    Spoken refused = said("validate", List.of("--root-id", "auth", "--config", "x a"));
    assertEquals(1, refused.status());
    assertTrue(refused.err().contains("x a"), refused.err());
    assertEquals(new Spoken(0, "valid\n", ""), said("validate", List.of("--root-id", "tag", "--config", "x a")));
  }

  @Test
  void theProxyIsToldWhichOneIsMeant() throws IOException {
    Path output = root.resolve("out");
    Spoken said = said("build", List.of("--root-id", "tag", "--output", output.toString()));
    assertEquals(0, said.status(), said.err());
    for (String file : List.of("envoy.yaml", "istio-envoyfilter.yaml")) {
      String written = Files.readString(output.resolve(file));
      assertTrue(written.contains("root_id: tag"), written);
      assertFalse(written.contains("root_id: tiny"), written);
    }
    assertTrue(Files.exists(output.resolve("tiny.wasm")));
  }

  private Spoken said(String command, List<String> words) {
    List<String> all = new ArrayList<>(List.of(command, "tiny"));
    all.addAll(words);
    return Spoken.by(tiny.workspace(), all.toArray(new String[0]));
  }
}
