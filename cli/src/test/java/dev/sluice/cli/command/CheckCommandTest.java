package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String UNREACHABLE =
      "error unreachable-step at request/2 log: what stands before it always ends this part; take it out, or put it before"
          + " that\n";

  @TempDir Path root;

  @Test
  void findingsAreTold() throws IOException {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request(respond(403), log(dev.sluice.abi.LogLevel.INFO, \"a\"));");
    assertEquals(new Spoken(1, UNREACHABLE, ""), Spoken.by(tiny.workspace(), "check", "tiny"));
  }

  @Test
  void warningsAreNoFailure() throws IOException {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request(setHeader(\"connection\", settings.text()));");
    Spoken said = Spoken.by(tiny.workspace(), "check", "tiny", "--config", "close");
    assertEquals(0, said.status());
    assertTrue(said.out().startsWith("warning hop-by-hop-header at request/1 setHeader: "), said.out());
  }

  @Test
  void nothingIsFound() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(respond(403));");
    assertEquals(new Spoken(0, "nothing found\n", ""), Spoken.by(tiny.workspace(), "check", "tiny"));
  }

  @Test
  void whatHasErrorsIsNotBuilt() throws IOException {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request(respond(403), log(dev.sluice.abi.LogLevel.INFO, \"a\"));");
    Spoken said = Spoken.by(tiny.workspace(), "build", "tiny");
    assertEquals(new Spoken(1, "",
        UNREACHABLE + "nothing is built, since the plugin has errors; --no-check builds it all the same.\n"), said);
    assertFalse(Files.exists(root.resolve("target/plugins/tiny/tiny.wasm")));
    assertEquals(0, Spoken.by(tiny.workspace(), "build", "tiny", "--no-check").status());
  }
}
