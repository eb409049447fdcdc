package dev.sluice.testkit;

import io.vavr.collection.TreeMap;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Counts the tests that ran in an Envoy, and tells at the end of the run: on standard output, and in the file
 * {@code target/envoy-tests.txt}, one line with version and number for each Envoy.
 */
final class EnvoyTally implements AutoCloseable {
  static final Path FILE = Path.of("target", "envoy-tests.txt");
  private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(EnvoyTally.class);

  private final AtomicReference<TreeMap<String, Integer>> counts = new AtomicReference<>(TreeMap.empty());

  private EnvoyTally() {}

  /** The tally of this run, which also knows the Envoys that no test has used. */
  static EnvoyTally of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent(EnvoyTally.class, key -> new EnvoyTally(), EnvoyTally.class);
  }

  /** Counts one test, when it has run. */
  AfterTestExecutionCallback counting(String version) {
    return context -> counts.updateAndGet(all -> all.put(version, 1, Integer::sum));
  }

  @Override
  public void close() {
    TreeMap<String, Integer> all = counts.get();
    String text =
        all.isEmpty()
            ? "Envoy tests executed: none (places: "
                + Try.of(() -> Places.selected().mkString(", ")).getOrElse("see above") + ")"
            : "Envoy tests executed: " + all.map(each -> each._2 + " on " + each._1).mkString(", ");
    System.out.println("[sluice] " + text);
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, all.map(each -> each._1 + " " + each._2 + "\n").mkString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
