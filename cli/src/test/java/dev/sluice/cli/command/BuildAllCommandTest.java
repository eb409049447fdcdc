package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildAllCommandTest {
  private static final String PLUGIN = "return plugin(\"tiny\").request(setHeader(\"x-a\", settings.text()));";

  @TempDir Path root;

  @Test
  void everyExampleGetsAFolderOfItsOwn() throws IOException {
    TinyExample one = TinyExample.in(root, "one").define(PLUGIN);
    Files.writeString(one.folder().resolve("config.json"), "{\"sample\":1}");
    Workspace workspace = TinyExample.in(root, "two").define(PLUGIN).workspace();
    Spoken said = Spoken.by(workspace, "build-all");
    Path folder = workspace.plugins();
    assertEquals(
        new Spoken(0,
            folder.resolve("one/one.wasm") + "\n" + folder.resolve("two/two.wasm") + "\nbuilt 2 of 2 examples\n",
            ""),
        said);
    assertTrue(Files.readString(folder.resolve("one/envoy.yaml")).contains("{\"sample\":1}"));
    assertTrue(Files.exists(folder.resolve("two/two.wasm")));
  }

  @Test
  void whatCannotBeBuiltIsToldAndTheOthersAreBuilt() throws IOException {
    TinyExample.in(root, "bad").define("return plugin(;");
    TinyExample.in(root, "refused").define("return plugin(\"tiny\").request(setHeader(\"x a\", \"1\"));");
    Workspace workspace = TinyExample.in(root, "well").define(PLUGIN).workspace();
    Path output = root.resolve("out");
    Spoken said = Spoken.by(workspace, "build-all", "--output", output.toString(), "--no-cache");
    assertEquals(1, said.status());
    assertEquals(output.resolve("well/well.wasm") + "\nbuilt 1 of 3 examples\n", said.out());
    assertTrue(said.err().lines().anyMatch(line -> line.startsWith("bad: ") && line.contains("Tiny.java:")),
        said.err());
    assertTrue(said.err().lines().anyMatch(line -> line.startsWith("refused: ") && line.contains("x a")), said.err());
    assertTrue(Files.exists(output.resolve("well/well.wasm")));
    assertFalse(Files.exists(output.resolve("bad")));
    assertFalse(Files.exists(workspace.kept()), "--no-cache keeps nothing");
  }

  @Test
  void whereThereAreNoneNothingIsBuilt() {
    Workspace workspace = new Workspace(root, Workspace.classPath(""));
    assertEquals(new Spoken(0, "built 0 of 0 examples\n", ""), Spoken.by(workspace, "build-all"));
  }
}
