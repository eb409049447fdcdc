package dev.sluice.cli.build;

import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A digest of everything that a build reads: equal digests, equal results. */
final class Fingerprint {
  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Adds a word, such as an option. */
  Fingerprint add(String word) {
    return add(word.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds the entries of a class path: of a folder all its files with name and content, of an archive (which nobody
   * edits) name, size and time.
   */
  Fingerprint add(Vector<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        addFolder(entry);
      } else if (Files.exists(entry)) {
        add(entry.getFileName() + " " + Files.size(entry) + " " + Files.getLastModifiedTime(entry).toMillis());
      }
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(folder.relativize(file).toString());
        add(Files.readAllBytes(file));
      }
    }
  }

  /** The length goes first, so that no two different rows of parts are the same bytes. */
  private Fingerprint add(byte[] part) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (part.length >>> shift));
    }
    digest.update(part);
    return this;
  }
}
