package dev.sluice.bridge.cache;

import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A module with the names that its build looked for, and their form in a file: the digest of the file's name and the
 * rest, then the rest, compressed.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record KeptModule(SortedSet<String> names, byte[] module) {
  private static final int DIGEST = 32;

  byte[] toBytes(String fileName) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(rest))) {
      out.writeInt(names.size());
      for (String name : names) {
        out.writeUTF(name);
      }
      out.writeInt(module.length);
      out.write(module);
    }
    byte[] digest = digest(fileName, rest.toByteArray());
    byte[] all = Arrays.copyOf(digest, DIGEST + rest.size());
    System.arraycopy(rest.toByteArray(), 0, all, DIGEST, rest.size());
    return all;
  }

  /** None where these are not the bytes that were written under this name. */
  static Option<KeptModule> of(String fileName, byte[] file) throws IOException {
    if (file.length < DIGEST) {
      return Option.none();
    }
    byte[] rest = Arrays.copyOfRange(file, DIGEST, file.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(file, DIGEST), digest(fileName, rest))) {
      return Option.none();
    }
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(rest)))) {
      SortedSet<String> names = new TreeSet<>();
      for (int left = in.readInt(); left > 0; left--) {
        names.add(in.readUTF());
      }
      byte[] module = new byte[in.readInt()];
      in.readFully(module);
      return Option.some(new KeptModule(names, module));
    }
  }

  private static byte[] digest(String fileName, byte[] rest) {
    MessageDigest digest = Fingerprint.sha256();
    digest.update(fileName.getBytes(StandardCharsets.UTF_8));
    return digest.digest(rest);
  }
}
