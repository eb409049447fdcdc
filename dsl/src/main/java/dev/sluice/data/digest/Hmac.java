package dev.sluice.data.digest;

import dev.sluice.abi.Bytes;

/** Keyed hashing, RFC 2104, over any {@link Digest}. The key is prepared once; not thread-safe. */
public final class Hmac {
  private final Digest digest;
  private final byte[] inner;
  private final byte[] outer;

  private Hmac(Digest digest, Bytes key) {
    this.digest = digest;
    int block = digest.blockSize();
    Bytes fitting = key.length() > block ? digest.of(key) : key;
    inner = new byte[block];
    outer = new byte[block];
    for (int i = 0; i < block; i++) {
      int b = i < fitting.length() ? fitting.at(i) : 0;
      inner[i] = (byte) (b ^ 0x36);
      outer[i] = (byte) (b ^ 0x5c);
    }
    reset();
  }

  /** With this digest, which is the HMAC's own from now on, and a key of any length. */
  public static Hmac of(Digest digest, Bytes key) {
    return new Hmac(digest, key);
  }

  /** The code of this message. */
  public Bytes of(Bytes message) {
    reset();
    return update(message).finish();
  }

  public Hmac update(Bytes bytes) {
    digest.update(bytes);
    return this;
  }

  /** The code of all input since the last call. */
  public Bytes finish() {
    Bytes hash = digest.finish();
    Bytes code = digest.update(outer, 0, outer.length).update(hash).finish();
    reset();
    return code;
  }

  /** Forgets all input, keeps the key. */
  public void reset() {
    digest.reset();
    digest.update(inner, 0, inner.length);
  }

  /** Whether this is the code of the message, compared in constant time. */
  public boolean verifies(Bytes message, Bytes code) {
    return ConstantTime.equal(of(message), code);
  }
}
