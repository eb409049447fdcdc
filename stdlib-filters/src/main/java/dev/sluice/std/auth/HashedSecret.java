package dev.sluice.std.auth;

import static dev.sluice.settings.Decoders.secret;

import dev.sluice.abi.Bytes;
import dev.sluice.data.digest.Digest;
import dev.sluice.data.text.Hex;
import dev.sluice.settings.Decoder;
import dev.sluice.value.Secret;
import io.vavr.control.Option;

/** Secrets as their SHA-256 (FIPS 180-4) in 64 lower-case hexadecimal digits: what settings keep of them. */
final class HashedSecret {
  private static final int SIZE = 32;
  private static final Secret OF_NOTHING = of(Bytes.EMPTY);

  /** Reads a hash. Whoever puts the secret itself in its place does not find it in the log. */
  static final Decoder<Secret> DECODER =
      secret().parse("the SHA-256 of a secret in 64 hexadecimal digits", HashedSecret::read);

  private HashedSecret() {}

  static Secret of(Secret secret) {
    return of(secret.reveal());
  }

  private static Secret of(Bytes secret) {
    return Secret.of(Hex.encode(Digest.sha256().of(secret)));
  }

  /** A hash in lower-case digits. Refuses what is none, and the hash of the empty text, which everybody knows. */
  static Secret checked(String word, Secret hash) {
    Option<Secret> read = hash == null ? Option.none() : read(hash);
    if (read.isEmpty()) {
      throw new IllegalArgumentException(
          word + ": the hash is not the SHA-256 of a secret; give 64 hexadecimal digits, as sha256sum prints them");
    }
    return read.get();
  }

  /** The hash that settings give, as such or by what it is made of; both is as wrong as neither. */
  static Secret either(String plain, Option<Secret> secret, Option<Secret> hash) {
    if (secret.isDefined() == hash.isDefined()) {
      throw new IllegalArgumentException("has neither \"" + plain + "\" nor \"sha256\", or both; give one of them");
    }
    return hash.isDefined() ? hash.get() : of(secret.get());
  }

  private static Option<Secret> read(Secret text) {
    Option<Bytes> hash = Hex.decode(text.reveal().utf8());
    if (hash.isEmpty() || hash.get().length() != SIZE) {
      return Option.none();
    }
    Secret secret = Secret.of(Hex.encode(hash.get()));
    return secret.equals(OF_NOTHING) ? Option.none() : Option.some(secret);
  }
}
