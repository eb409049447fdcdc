package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.project.Workspace;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words the command line knows, and how it answers those it does not. */
class WordsTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      textBlock = """
          ''                        | A command is missing.
          serve                     | Unmatched argument at index 0: 'serve'
          test --all                | Unknown option: '--all'
          build                     | Missing required parameter: 'NAME|CLASS'
          build nothing             | There is no example and no plugin class 'nothing'. There are no examples in
          build x --upstream y      | Invalid value for option '--upstream': 'y' is not of the form HOST:PORT
          build x --upstream y:0    | Invalid value for option '--upstream': port 0 is not between 1 and 65535
          build x --class-path no   | --class-path: there is no no.
          run x --port 70000        | --port: 70000 is not between 0 and 65535.
          run x --cluster auth      | Value for option option '--cluster' (NAME=URL) should be in KEY=VALUE format but was auth
          run x --port http         | Invalid value for option '--port': 'http' is not an int
          new Bad                   | NAME: 'Bad' is no name for a plugin
          test no-such-example      | There is no example 'no-such-example'.
          """)
  void wrongWordsGetTheReasonAUsageLineAndStatusTwo(String words, String reason) {
    Spoken said = speak(words.isEmpty() ? new String[0] : words.split(" "));
    assertAll(
        () -> assertEquals(2, said.status()),
        () -> assertEquals("", said.out()),
        () -> assertTrue(said.err().startsWith(reason), said.err()),
        () -> assertTrue(said.err().contains("\nUsage: sluice"), said.err()),
        () -> assertTrue(said.err().lines().count() <= 7, said.err()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "run", "build", "build-all", "explain", "check", "validate", "new", "test"})
  void everyCommandExplainsItself(String command) {
    Spoken said = speak((command + " --help").strip().split(" "));
    assertAll(
        () -> assertEquals(0, said.status()),
        () -> assertEquals("", said.err()),
        () -> assertTrue(said.out().startsWith("Usage: sluice"), said.out()),
        () -> assertTrue(said.out().contains("--help"), said.out()));
  }

  @Test
  void aSlipOfTheFingerGetsASuggestion() {
    assertTrue(speak("tests").err().contains("Did you mean: sluice test"), () -> speak("tests").err());
  }

  private Spoken speak(String... words) {
    return Spoken.by(new Workspace(root, Vector.empty()), words);
  }
}
