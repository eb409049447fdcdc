package dev.sluice.docs;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules, as their sources have them. */
final class TestSources {
  private static final Path ROOT = Path.of("..");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST =
      Pattern.compile("@(EveryPlace|EveryEnvoy|Test|Property|ParameterizedTest)\\b");
  private static final Pattern EVERYWHERE = Pattern.compile("@EveryPlace\\b(?!\\()");

  private final Vector<Path> files;

  private TestSources(Vector<Path> files) {
    this.files = files;
  }

  static TestSources all() {
    try (Stream<Path> found = Files.walk(ROOT)) {
      return new TestSources(Vector.ofAll(
          found.filter(file -> file.toString().endsWith(".java") && file.toString().contains(TESTS.toString()))
              .toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a test of this name, {@code Class.method}. */
  boolean has(String name) {
    return heads(name).exists(head -> TEST.matcher(head).find() && !head.contains("@Disabled"));
  }

  /** Whether it runs on the JVM, in the embedded host and in Envoy. */
  boolean runsEverywhere(String name) {
    return heads(name).exists(head -> EVERYWHERE.matcher(head).find());
  }

  /** What stands before the methods of this name: their annotations. */
  private Vector<String> heads(String name) {
    String type = name.substring(0, name.indexOf('.'));
    Pattern method = Pattern.compile("\\bvoid " + name.substring(name.indexOf('.') + 1) + "\\(");
    return files.filter(file -> file.endsWith(type + ".java"))
        .map(TestSources::text)
        .flatMap(text -> method.matcher(text).results().map(found -> head(text.substring(0, found.start()))).toList());
  }

  private static String head(String before) {
    return before.substring(before.lastIndexOf("\n\n") + 1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
