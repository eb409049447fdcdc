package dev.sluice.cli.verify;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/**
 * How many tests ran in a real Envoy, summed over the modules.
 *
 * @param byVersion the number for each version of Envoy
 */
public record EnvoyTests(SortedMap<String, Integer> byVersion) {
  /** The testkit leaves it in each module that has such tests: a version, a blank, a number in each line. */
  private static final String TALLY = "target/envoy-tests.txt";

  /** What the testkit left below this folder's modules since then. */
  public static EnvoyTests read(Path root, FileTime since) throws IOException {
    SortedMap<String, Integer> counts = TreeMap.empty();
    for (Path tally : tallies(root)) {
      if (Files.getLastModifiedTime(tally).compareTo(since) >= 0) {
        for (String line : Files.readAllLines(tally)) {
          counts = add(counts, tally, line);
        }
      }
    }
    return new EnvoyTests(counts);
  }

  /** In one line. */
  public String summary() {
    if (byVersion.isEmpty()) {
      return "Envoy tests executed: none";
    }
    return "Envoy tests executed: " + byVersion.values().sum()
        + byVersion.map(each -> each._2 + " on " + each._1).mkString(" (", ", ", ")");
  }

  private static Vector<Path> tallies(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return Vector.ofAll(modules.map(module -> module.resolve(TALLY)).filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static SortedMap<String, Integer> add(SortedMap<String, Integer> counts, Path tally, String line)
      throws IOException {
    String[] words = line.split(" ", -1);
    try {
      return counts.put(words[0], Integer.parseInt(words[words.length - 1]), Integer::sum);
    } catch (NumberFormatException e) {
      throw new IOException(tally + ": '" + line + "' is not a version and a number", e);
    }
  }
}
