package dev.sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.cli.build.JavaCompilation;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  private static final String BODY =
      """
          String name = settings.decode(
              dev.sluice.settings.Decoders.object(
                  dev.sluice.settings.Decoders.field("name", dev.sluice.settings.Decoders.text().notBlank()).formerly("old"),
                  dev.sluice.settings.Decoders.field("times", dev.sluice.settings.Decoders.integer().atLeast(1)).orElse(1))
              .as((text, times) -> text));
          return plugin("tiny").request(removeHeader(name));
          """;

  @TempDir Path root;
  private TinyExample tiny;

  @BeforeEach
  void anExample() throws IOException {
    tiny = TinyExample.in(root).define(BODY);
  }

  @Test
  void goodSettingsAreValid() throws IOException {
    Path file = Files.writeString(root.resolve("good.json"), "{\"name\": \"x-a\", \"times\": 2}");
    assertEquals(new Spoken(0, "valid\n", ""), validate("tiny", "--config", "@" + file));
    assertEquals(new Spoken(0, "valid\n", ""), validate("tiny", "--config", "{\"name\": \"x-a\"}"));
  }

  @Test
  void everyErrorIsToldWithItsPlace() throws IOException {
    Path file = Files.writeString(root.resolve("bad.json"), "{\"nam\": \"\", \"times\": 0, \"\\u001b\": 1}");
    assertEquals(new Spoken(1, "", """
        /nam: is no known field; did you mean "name"?
        /\\x1b: is no known field; known are "name", "times"
        /name: is missing; give a non-blank string
        /times: 0 is not an integer of at least 1
        """), validate("tiny", "--config", "@" + file));
    assertEquals(new Spoken(1, "", "is not JSON: a value was expected at line 1, column 10 (offset 9)\n"),
        validate("tiny", "--config", "{\"name\": }"));
  }

  @Test
  void bytesThatAreNoTextAreSettingsToo() throws IOException {
    Path file = Files.write(root.resolve("bad.json"), new byte[] {'"', (byte) 0xff, '"'});
    assertEquals(new Spoken(1, "", "is not JSON: not UTF-8 at line 1, column 2 (offset 1)\n"),
        validate("tiny", "--config", "@" + file));
  }

  @Test
  void aDeprecatedNameIsAWarning() {
    assertEquals(new Spoken(0, "warning: /old: is deprecated; the field is now named \"name\"\nvalid\n", ""),
        validate("tiny", "--config", "{\"old\": \"x-a\"}"));
  }

  @Test
  void withoutSettingsThoseOfTheExampleAreChecked() throws IOException {
    assertEquals(1, validate("tiny").status());
    Files.writeString(tiny.folder().resolve("config.json"), "{\"name\": \"x-a\"}");
    assertEquals(new Spoken(0, "valid\n", ""), validate("tiny"));
  }

  @Test
  void whatTheWordsRefuseIsAnErrorToo() {
    Spoken said = validate("tiny", "--config", "{\"name\": \"x a\"}");
    assertEquals(1, said.status());
    assertTrue(said.err().contains("the header name \"x a\" has an illegal character"), said.err());
  }

  @Test
  void aClassOnAClassPath() throws Exception {
    Path classes = root.resolve("classes");
    JavaCompilation.compile(
        Vector.of(tiny.folder().resolve("src/main/java/tiny/Tiny.java")), tiny.workspace().guestPath(), classes);
    assertEquals(new Spoken(0, "valid\n", ""),
        validate("tiny.Tiny", "--class-path", classes.toString(), "--config", "{\"name\": \"x-a\"}"));
  }

  @Test
  void aFileThatIsNotThere() {
    Spoken said = validate("tiny", "--config", "@none.json");
    assertEquals(2, said.status());
    assertTrue(said.err().startsWith("--config: there is no file none.json."), said.err());
  }

  private Spoken validate(String... words) {
    return Spoken.by(tiny.workspace(), Vector.of(words).prepend("validate").toJavaArray(String[]::new));
  }
}
