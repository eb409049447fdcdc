package dev.sluice.data.digest;

import dev.sluice.abi.Bytes;

/**
 * A hash that takes its input in pieces (FIPS 180-4). {@link #finish()} gives the hash and leaves the digest as new.
 * Not thread-safe.
 */
public abstract class Digest {
  private final byte[] block;
  private int filled;
  private long length;

  Digest(int blockSize) {
    block = new byte[blockSize];
  }

  public static Digest sha256() {
    return new Sha256();
  }

  public static Digest sha384() {
    return new Sha512(48, 8);
  }

  public static Digest sha512() {
    return new Sha512(64, 0);
  }

  /** For signatures of old systems only: collisions of SHA-1 can be made at will (RFC 6194). */
  public static Digest sha1() {
    return new Sha1();
  }

  /** The hash of these bytes. */
  public final Bytes of(Bytes bytes) {
    reset();
    update(bytes);
    return finish();
  }

  public final Digest update(Bytes bytes) {
    for (int i = 0, n = bytes.length(); i < n; i++) {
      put(bytes.at(i));
    }
    length += bytes.length();
    return this;
  }

  /** Takes {@code count} bytes from {@code offset}; a range outside of the array is cut to what lies inside. */
  public final Digest update(byte[] bytes, int offset, int count) {
    int from = Math.max(offset, 0);
    int to = (int) Math.max(from, Math.min(bytes.length, (long) offset + count));
    for (int i = from; i < to; i++) {
      put(bytes[i]);
    }
    length += to - from;
    return this;
  }

  private void put(byte b) {
    block[filled++] = b;
    if (filled == block.length) {
      compress(block);
      filled = 0;
    }
  }

  /** The hash of all input since the last call. */
  public final Bytes finish() {
    long bits = length << 3;
    int lengthSize = block.length >> 3;
    put((byte) 0x80);
    while (filled != block.length - lengthSize) {
      put((byte) 0);
    }
    for (int i = lengthSize; i > 0; i--) {
      // Shifts count modulo 64; the upper half of SHA-512's length is the three bits that do not fit a long.
      put(i > 9 ? 0 : i == 9 ? (byte) (length >>> 61) : (byte) (bits >>> ((i - 1) << 3)));
    }
    byte[] out = new byte[size()];
    state(out);
    reset();
    return Bytes.wrap(out);
  }

  /** Forgets all input. */
  public final void reset() {
    filled = 0;
    length = 0;
    restart();
  }

  /** Bytes of a hash. */
  public abstract int size();

  /** Bytes that are hashed at once: 64 or 128. */
  public final int blockSize() {
    return block.length;
  }

  abstract void restart();

  abstract void compress(byte[] input);

  abstract void state(byte[] out);

  static int readInt(byte[] from, int at) {
    return from[at] << 24 | (from[at + 1] & 0xff) << 16 | (from[at + 2] & 0xff) << 8 | from[at + 3] & 0xff;
  }

  /** Writes as many of the words as fit, big-endian. */
  static void writeInts(int[] words, byte[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (words[i >> 2] >>> (24 - ((i & 3) << 3)));
    }
  }
}
