package dev.sluice.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An installed {@code wasm-opt} (binaryen), run only when asked for. */
final class WasmOpt {
  private static final String INSTALL =
      "install binaryen (Debian: apt install binaryen; version 117 or newer) or build without optimisation";

  private WasmOpt() {}

  static byte[] optimize(byte[] module) {
    try {
      Path in = Files.createTempFile("sluice", ".wasm");
      Path out = Files.createTempFile("sluice-opt", ".wasm");
      try {
        Files.write(in, module);
        run(in, out);
        return Files.readAllBytes(out);
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      throw new BuildFailure("wasm-opt could not be run: " + e.getMessage() + "; " + INSTALL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildFailure("interrupted while wasm-opt was running");
    }
  }

  private static void run(Path in, Path out) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "wasm-opt", "--enable-gc", "--enable-reference-types", "--enable-exception-handling",
            "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext",
            "--enable-mutable-globals", "--enable-multivalue", "--closed-world", "-O3", "--gufa", "-O3",
            in.toString(), "-o", out.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new BuildFailure("wasm-opt failed with exit status " + exit + ": " + said.strip() + "; " + INSTALL);
    }
  }
}
