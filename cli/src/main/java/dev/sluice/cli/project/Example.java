package dev.sluice.cli.project;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder below {@code examples/}: plugin source in {@code src/main/java}, its test in {@code src/test/java}, a
 * {@code README.md} and, where the plugin takes one, a sample configuration in {@code config.json}.
 */
public record Example(String name, Path folder) {
  public Path sources() {
    return folder.resolve("src/main/java");
  }

  /** All source files, in a stable order. */
  public Vector<Path> sourceFiles() throws IOException {
    try (Stream<Path> files = Files.walk(sources())) {
      return Vector.ofAll(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** The sample configuration, if the example has one. */
  public Option<Path> sampleConfiguration() {
    return Option.some(folder.resolve("config.json")).filter(Files::isRegularFile);
  }

  /**
   * The services that the plugin calls, by the names of their clusters, with the addresses they have unless the user gives
   * others: the lines {@code NAME=URL} of {@code clusters.properties}.
   */
  public Map<String, URI> clusters() throws IOException {
    Path file = folder.resolve("clusters.properties");
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
    Map<String, URI> clusters = new LinkedHashMap<>();
    lines.stringPropertyNames().forEach(name -> clusters.put(name, URI.create(lines.getProperty(name))));
    return clusters;
  }

  /** The lines of the README that begin with {@code curl}: what its author wants a reader to try. */
  public Vector<String> curlLines() throws IOException {
    Path readme = folder.resolve("README.md");
    if (!Files.isRegularFile(readme)) {
      return Vector.empty();
    }
    return Vector.ofAll(Files.readAllLines(readme)).map(String::strip).filter(line -> line.startsWith("curl "));
  }

  /** The simple name that the plugin class is expected to have: {@code require-user} gives {@code RequireUser}. */
  public String mainClassName() {
    return Names.className(name);
  }
}
