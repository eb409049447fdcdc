package dev.sluice.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of docs/language.md and of the Javadoc is compiled and run; no word of the language is without one. */
class LanguageGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "language.md");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final Vector<Word> WORDS = Words.all();

  @TempDir Path folder;

  @Test
  void everyExampleCompilesAndRuns() throws IOException {
    Vector<Snippet> snippets = snippets();
    Vector<Method> methods = SnippetCompiler.compile(snippets, folder);
    Vector<String> failures = snippets.zip(methods).flatMap(one -> failure(one._1, one._2));
    assertEquals("", failures.mkString("\n\n"));
  }

  @Test
  void everyWordHasAnExample() throws IOException {
    Vector<Snippet> snippets = snippets();
    Vector<String> without = WORDS
        .filter(word -> !snippets.exists(snippet -> snippet.shows(word.name())))
        .map(word -> word.id() + "(" + word.signature() + ")");
    assertTrue(without.isEmpty(), () -> "words without an example:\n" + without.mkString("\n"));
    assertTrue(WORDS.size() > 300, "the sources were read: " + WORDS.size());
  }

  private static Vector<String> failure(Snippet snippet, Method method) {
    try {
      SnippetRunner.run(snippet, Vector.ofAll((List<?>) method.invoke(null)));
      return Vector.empty();
    } catch (InvocationTargetException e) {
      return Vector.of(snippet + ": " + e.getCause());
    } catch (ReflectiveOperationException | RuntimeException | AssertionError e) {
      return Vector.of(snippet + ": " + e + Vector.of(e.getSuppressed()).map(one -> "\n    " + one).mkString());
    }
  }

  private static Vector<Snippet> snippets() throws IOException {
    Vector<String> blocks = Vector.ofAll(BLOCK.matcher(Files.readString(GUIDE))
        .results()
        .map(block -> block.group(1))
        .toList());
    return blocks.flatMap(block -> Snippet.of("docs/language.md", block))
        .appendAll(Words.ofClasses())
        .appendAll(WORDS.flatMap(word -> word.examples().flatMap(code -> Snippet.of(word.id(), code))));
  }
}
