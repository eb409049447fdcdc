package dev.sluice.bridge.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest (SHA-256) of a row of parts; different rows have different digests. */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Fingerprint add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** The length goes first, so that no two different rows of parts are the same bytes. */
  Fingerprint add(byte[] part) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (part.length >>> shift));
    }
    digest.update(part);
    return this;
  }

  /** The digest in hex digits; the last that is asked of this object. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
