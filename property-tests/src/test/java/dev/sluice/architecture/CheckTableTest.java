package dev.sluice.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.check.FindingKind;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/checks.md lists what can be found, all of it and nothing else. */
class CheckTableTest {
  @Test
  void theTableIsThatOfTheCode() throws IOException {
    List<String> rows = List.ofAll(Files.readAllLines(Path.of("..", "docs", "checks.md")))
        .filter(line -> line.startsWith("| `") && line.matches("\\| `[a-z-]+` \\| (error|warning|note) \\| .*"));
    List<String> kinds = List.of(FindingKind.values())
        .map(kind -> "| `" + kind.code() + "` | " + kind.severity().word() + " | " + kind.meaning() + " |");
    assertEquals(kinds.mkString("\n"), rows.mkString("\n"));
  }
}
