package dev.sluice.value.text;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.Digest;

/** Hashes as raw bytes, to be given a text form by {@link Encodings}. */
public final class Hashes {
  private Hashes() {}

  /** A hash function. One class each, so that a module holds none that it does not use. */
  public interface Hash extends TextFunction {
    /** A digest of its own. */
    Digest digest();

    /** Its name, such as {@code SHA-256}. */
    String name();

    @Override
    default Bytes of(Bytes text) {
      return digest().of(text);
    }

    @Override
    default String describe(String text) {
      return name() + " of " + text;
    }
  }

  /** SHA-1, 20 bytes. */
  public record Sha1() implements Hash {
    @Override
    public Digest digest() {
      return Digest.sha1();
    }

    @Override
    public String name() {
      return "SHA-1";
    }
  }

  /** SHA-256, 32 bytes. */
  public record Sha256() implements Hash {
    @Override
    public Digest digest() {
      return Digest.sha256();
    }

    @Override
    public String name() {
      return "SHA-256";
    }
  }

  /** SHA-384, 48 bytes. */
  public record Sha384() implements Hash {
    @Override
    public Digest digest() {
      return Digest.sha384();
    }

    @Override
    public String name() {
      return "SHA-384";
    }
  }

  /** SHA-512, 64 bytes. */
  public record Sha512() implements Hash {
    @Override
    public Digest digest() {
      return Digest.sha512();
    }

    @Override
    public String name() {
      return "SHA-512";
    }
  }

  /** HMAC (RFC 2104) over a hash function. The key has no part in what is printed. */
  public record Hmac(Hash hash, Bytes key) implements TextFunction {
    @Override
    public Bytes of(Bytes text) {
      return dev.sluice.data.digest.Hmac.of(hash.digest(), key).of(text);
    }

    @Override
    public String describe(String text) {
      return "HMAC-" + hash.name() + " of " + text;
    }

    @Override
    public String toString() {
      return "Hmac[" + hash.name() + "]";
    }
  }
}
