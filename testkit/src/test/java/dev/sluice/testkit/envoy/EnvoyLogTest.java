package dev.sluice.testkit.envoy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyLogTest {
  @TempDir Path folder;

  @Test
  void readsEntriesAndTellsPluginsFromEnvoy() throws Exception {
    EnvoyLog log = log("[2026-11-24 03:25:13.617][6487][error][wasm] wasm log p r v: a\\nb: \\303\\274 \\\\n\n");
    EnvoyLog.Line line = log.lines().single();
    assertEquals("error", line.level());
    assertEquals("wasm", line.logger());
    assertEquals(Option.some("a\nb: \u00fc \\n"), line.pluginMessage());
    long position = log.position();
    append(log, "[2026-11-24 03:25:14.000][6487][info][main] wasm log p: no plugin\nhalf a li");
    assertEquals(Option.none(), log.linesSince(position).single().pluginMessage());
  }

  @Test
  void isCleanWithoutErrorsAndFailures() throws Exception {
    EnvoyLog log = log("[2026-11-24 03:25:13.617][1][warning][main] There is no configured limit\n");
    log.assertClean();
    append(log, "[2026-11-24 03:25:13.617][1][error][wasm] wasm log p r v: on purpose\n");
    log.assertClean(line -> line.pluginMessage().contains("on purpose"));
    assertThrows(AssertionError.class, log::assertClean);
    EnvoyLog crashed = log("Caught Segmentation fault, suspect faulting address 0x0\n");
    assertThrows(AssertionError.class, crashed::assertClean);
    EnvoyLog failed = log("[2026-11-24 03:25:13.617][1][warning][wasm] Plugin is in failed state\n");
    assertThrows(AssertionError.class, failed::assertClean);
    assertDoesNotThrow(() -> log("").assertClean());
  }

  @Test
  void keepsAnEscapeItDoesNotKnow() {
    assertEquals("a\\qb\\", Escapes.undo("a\\qb\\"));
    assertEquals("\t\r\n\"'\\", Escapes.undo("\\t\\r\\n\\\"\\'\\\\"));
    assertTrue(Escapes.undo("\\377").contains("\ufffd"));
  }

  private EnvoyLog log(String text) throws Exception {
    return new EnvoyLog(Files.writeString(folder.resolve("log"), text));
  }

  private static void append(EnvoyLog log, String text) throws Exception {
    Files.writeString(log.file(), text, StandardOpenOption.APPEND);
  }
}
