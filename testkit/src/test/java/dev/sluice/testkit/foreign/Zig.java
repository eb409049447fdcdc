package dev.sluice.testkit.foreign;

import dev.sluice.testkit.fetch.PipFetcher;
import dev.sluice.testkit.fetch.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Compiles the plugins in {@code src/test/c} with the C compiler of Zig and its C library for WASI, both from the PyPI
 * package {@code ziglang}: no compiler has to be installed. Each module is built once for one state of the sources.
 */
final class Zig {
  private static final String VERSION = "0.17.0";
  private static final String WHEEL_FOLDER = "ziglang/";
  private static final Path SOURCES = Path.of("src", "test", "c");
  private static final Path MODULES = Path.of("target", "c-modules");
  private static final List<String> OPTIONS = List.of("--target=wasm32-wasi", "-mexec-model=reactor", "-Os", "-s",
      "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror");

  private Zig() {}

  /** The module of this source file, without its ending. */
  static synchronized Path compile(String source) {
    try {
      Path module = MODULES.resolve(state()).resolve(source + ".wasm");
      if (!Files.exists(module)) {
        Files.createDirectories(module.getParent());
        Path fresh = Files.createTempFile(module.getParent(), source, ".tmp");
        run(SOURCES.resolve(source + ".c"), fresh);
        Files.move(fresh, module, StandardCopyOption.ATOMIC_MOVE);
      }
      return module;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path source, Path module) throws IOException {
    Path home = PipFetcher.standard().fetch(new Tool("Zig", "ziglang", VERSION, "zig", Zig::unpack, ""));
    List<String> command = Stream.of(
        Stream.of(home.resolve("zig").toString(), "cc"),
        OPTIONS.stream(),
        Stream.of("-o", module.toString(), source.toString())).flatMap(each -> each).toList();
    ProcessBuilder zig = new ProcessBuilder(command).redirectErrorStream(true);
    zig.environment().put("ZIG_GLOBAL_CACHE_DIR", home.resolveSibling("cache").toString());
    zig.environment().put("ZIG_LOCAL_CACHE_DIR", home.resolveSibling("cache").toString());
    Process process = zig.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + output);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while zig compiled " + source, e);
    }
  }

  private static void unpack(ZipFile wheel, Path target) throws IOException {
    for (Enumeration<? extends ZipEntry> entries = wheel.entries(); entries.hasMoreElements();) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory() && entry.getName().startsWith(WHEEL_FOLDER)) {
        Path file = target.resolve(entry.getName().substring(WHEEL_FOLDER.length())).normalize();
        if (!file.startsWith(target)) {
          throw new IOException(wheel.getName() + " leads out of its folder: " + entry.getName());
        }
        Files.createDirectories(file.getParent());
        try (InputStream in = wheel.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    if (!target.resolve("zig").toFile().setExecutable(true)) {
      throw new IOException(wheel.getName() + " has no zig that can be made executable");
    }
  }

  /** Tells apart all that a module depends on. */
  private static String state() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((VERSION + OPTIONS).getBytes(StandardCharsets.UTF_8));
      for (Path file : files.sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
