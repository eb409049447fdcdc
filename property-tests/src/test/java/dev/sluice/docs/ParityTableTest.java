package dev.sluice.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/parity.md and docs/pains.md name is there: the words, and the tests. */
class ParityTableTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern WORD = Pattern.compile("\\b([a-z]\\w*)\\(");
  private static final Pattern TEST = Pattern.compile("[A-Z]\\w*Test\\.[a-z]\\w*");
  private static final Vector<Integer> PAINS =
      Vector.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 22, 23, 25, 26);
  private static final int FEATURES = 35;

  private static final TestSources SOURCES = TestSources.all();

  private static Vector<Vector<String>> rows(String file, int columns) throws IOException {
    Vector<Vector<String>> rows = Vector.ofAll(Files.readAllLines(Path.of("..", "docs", file)))
        .filter(line -> line.startsWith("| "))
        .map(line -> Vector.of(line.split(" ?\\|", -1)).tail().init().map(String::strip))
        .drop(1);
    rows.forEach(row -> assertEquals(columns, row.size(), () -> "columns of " + row));
    return rows;
  }

  private static Vector<String> code(String cell) {
    return Vector.ofAll(CODE.matcher(cell).results().map(found -> found.group(1)).toList());
  }

  private static Vector<String> tests(String cell) {
    Vector<String> all = code(cell);
    assertTrue(!all.isEmpty() && all.forAll(name -> TEST.matcher(name).matches()), () -> "no tests: " + cell);
    return all;
  }

  private static Set<String> words() {
    return HashSet.ofAll(new ClassFileImporter()
        .importPackages("dev.sluice.dsl", "dev.sluice.step", "dev.sluice.value", "dev.sluice.stream",
            "dev.sluice.rules",
            "dev.sluice.settings", "dev.sluice.abi.call", "dev.sluice.abi.attribute"))
        .flatMap(type -> type.getMethods())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .map(method -> method.getName());
  }

  private static Vector<String> unknownWords(Vector<String> cells) {
    Set<String> known = words();
    return cells.flatMap(ParityTableTest::code)
        .flatMap(text -> WORD.matcher(text).results().map((MatchResult found) -> found.group(1)).toList())
        .filter(word -> !known.contains(word));
  }

  @Test
  void everyFeatureIsReachedByWordsThatAreThereAndTested() throws IOException {
    Vector<Vector<String>> rows = rows("parity.md", 3);
    assertTrue(rows.size() >= FEATURES, () -> "rows: " + rows.size());
    assertEquals(Vector.empty(), unknownWords(rows.map(row -> row.get(1))));
    assertEquals(Vector.empty(), rows.flatMap(row -> tests(row.get(2))).filter(name -> !SOURCES.has(name)));
  }

  @Test
  void everyPainHasItsTestsInEveryPlace() throws IOException {
    Vector<Vector<String>> rows = rows("pains.md", 5);
    assertEquals(PAINS, rows.map(row -> Integer.valueOf(row.head())));
    assertEquals(Vector.empty(), unknownWords(rows.map(row -> row.get(2))));
    assertEquals(Vector.empty(), rows.flatMap(row -> tests(row.get(3))).filter(name -> !SOURCES.has(name)));
    assertEquals(Vector.empty(), rows.filter(row -> !tests(row.get(3)).exists(SOURCES::runsEverywhere)));
    assertEquals(Vector.empty(), rows.filter(row -> !row.get(4).startsWith("JVM, embedded, Envoy")));
  }
}
