package dev.sluice.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/property-tests.md says of every word of the language whether generated pipelines have it, and if not, why: a new word
 * makes someone decide.
 */
class GeneratedWordsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "property-tests.md");
  private static final Path READERS = Path.of("src", "test", "java", "dev", "sluice", "laws", "pipeline");
  private static final Pattern REACHED = Pattern.compile("```words\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| `(.*)` \\| (.+) \\|$");
  private static final Pattern CALLED = Pattern.compile("\\b(\\w+)\\(");

  /** Called by readers, but not meant as words: of JSON, and methods of their own. */
  private static final List<String> OTHERS = List.of("read", "string", "step");

  private static final SortedSet<String> WORDS = TreeSet.ofAll(Words.all().map(Word::name));

  @Test
  void everyWordIsGeneratedOrLeftOutForAReason() throws IOException {
    String document = Files.readString(DOCUMENT).split("\n### Words\n", 2)[1].split("\n## ", 2)[0];
    SortedSet<String> reached = names(REACHED.matcher(document).results().map(found -> found.group(1)).toList());
    SortedSet<String> leftOut = names(LEFT_OUT.matcher(document).results().map(found -> found.group(1)).toList());
    SortedSet<String> called = called().retainAll(WORDS).removeAll(OTHERS);
    assertTrue(called.size() > 100, "the readers were read: " + called.size());
    assertEquals(called.mkString(" "), reached.mkString(" "), "what readers of pipelines call is listed as reached");
    assertEquals(WORDS.removeAll(called).mkString(" "), leftOut.mkString(" "), "the others are left out with a reason");
  }

  private static SortedSet<String> names(List<String> lists) {
    return TreeSet.ofAll(Vector.ofAll(lists).flatMap(list -> Vector.of(list.strip().split("[^\\w]+"))));
  }

  /** What the code calls that makes steps and values of written pipelines. */
  private static SortedSet<String> called() throws IOException {
    SortedSet<String> names = TreeSet.empty();
    try (Stream<Path> files = Files.list(READERS)) {
      for (Path file : files.toList()) {
        String code = Files.readString(file);
        if (code.contains("Compiled into the module") || file.endsWith("GeneratedPlugin.java")) {
          names = names.addAll(CALLED.matcher(code).results().map(found -> found.group(1)).toList());
        }
      }
    }
    return names;
  }
}
