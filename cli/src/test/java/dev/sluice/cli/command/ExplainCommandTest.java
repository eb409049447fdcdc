package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  @TempDir Path root;

  @Test
  void stepsAndModuleAreShownForTheSettingsGiven() throws IOException {
    TinyExample tiny = TinyExample.in(root)
        .define("return plugin(\"tiny\").request(setHeader(\"x-to\", settings.text()));");
    Spoken said = Spoken.by(tiny.workspace(), "explain", "tiny", "--config", "berlin");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("berlin"), said.out());
    assertTrue(said.out().contains("\nmodule: "), said.out());
    assertTrue(said.out().contains("  may call: proxy_"), said.out());
  }

  @Test
  void settingsThatThePluginRefusesAreAFailureWithoutATrace() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("throw new IllegalArgumentException(\"no \" + settings.text());");
    Spoken said = Spoken.by(tiny.workspace(), "explain", "tiny", "--config", "way");
    assertEquals(1, said.status());
    assertEquals("define of tiny.Tiny fails with these settings: java.lang.IllegalArgumentException: no way\n",
        said.err());
    assertEquals("", said.out());
  }

  @Test
  void otherFormatsAreNotMixedWithText() throws IOException {
    TinyExample tiny = TinyExample.in(root).define("return plugin(\"tiny\").request(removeHeader(\"x-a\"));");
    String json = Spoken.by(tiny.workspace(), "explain", "tiny", "--format", "json").out();
    assertTrue(json.startsWith("{\n  \"plugin\": \"tiny\",\n") && json.endsWith("]\n}\n"), json);
    String chart = Spoken.by(tiny.workspace(), "explain", "tiny", "--format", "mermaid").out();
    assertTrue(chart.startsWith("flowchart TD\n") && chart.endsWith("  end\n"), chart);
    assertEquals(2, Spoken.by(tiny.workspace(), "explain", "tiny", "--format", "xml").status());
  }
}
