package dev.sluice.bridge.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Digests of archives. One is read once in a JVM, and again where size or time have changed. */
final class Archives {
  private static final Map<Stamp, String> DIGESTS = new ConcurrentHashMap<>();
  private static final int BUFFER = 1 << 16;

  private Archives() {}

  private record Stamp(Path archive, long size, FileTime time) {}

  /** The archive's digest, another text where there is no such file. */
  static String digest(Path archive) throws IOException {
    if (!Files.isRegularFile(archive)) {
      return "nothing";
    }
    BasicFileAttributes now = Files.readAttributes(archive, BasicFileAttributes.class);
    Stamp stamp = new Stamp(archive.toAbsolutePath(), now.size(), now.lastModifiedTime());
    String digest = DIGESTS.get(stamp);
    if (digest == null) {
      digest = read(archive);
      DIGESTS.put(stamp, digest);
    }
    return digest;
  }

  private static String read(Path archive) throws IOException {
    MessageDigest digest = Fingerprint.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(archive)) {
      while (channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
