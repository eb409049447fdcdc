package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.host.proto.MalformedMessageException;
import dev.sluice.host.proto.ProtoFields;
import dev.sluice.host.proto.ProtoMessage;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Locale;
import java.util.Map;

/**
 * Signatures with RSA (PKCS #1 v1.5) and ECDSA (DER), as BoringSSL makes them ({@code source/common/crypto}). A signature
 * that does not hold and a key that is none are results with an error text, not statuses.
 */
final class Signatures {
  private static final Map<String, String> DIGESTS =
      Map.of("sha1", "SHA1", "sha224", "SHA224", "sha256", "SHA256", "sha384", "SHA384", "sha512", "SHA512");

  private Signatures() {}

  /** Messages {@code VerifySignatureArguments} and {@code VerifySignatureResult}. */
  static Fetched verify(ProtoFields fields) throws MalformedMessageException {
    String hash = fields.text(1);
    Bytes der = fields.bytes(2);
    String pem = fields.text(5);
    if (der.isEmpty() == pem.isEmpty()) {
      return Fetched.failed(Status.BAD_ARGUMENT);
    }
    String error = verify(hash, pem.isEmpty() ? der : Keys.publicPem(pem), fields.bytes(3), fields.bytes(4));
    return Fetched.of(new ProtoMessage().put(1, error.isEmpty()).put(2, Bytes.utf8(error)).bytes());
  }

  private static String verify(String hash, Bytes der, Bytes signature, Bytes text) {
    String digest = DIGESTS.get(hash.toLowerCase(Locale.ROOT));
    if (digest == null) {
      return hash + " is not supported.";
    }
    PublicKey key = Keys.publicKey(der);
    if (key == null) {
      return "Failed to initialize digest verify.";
    }
    try {
      Signature verifier = Signature.getInstance(algorithm(digest, key));
      verifier.initVerify(key);
      verifier.update(text.toArray());
      return verifier.verify(signature.toArray()) ? "" : "Failed to verify digest. Error code: 0";
    } catch (GeneralSecurityException e) {
      return "Failed to verify digest. Error code: 0";
    }
  }

  /** Messages {@code SignArguments} and {@code SignResult}. */
  static Fetched sign(ProtoFields fields) throws MalformedMessageException {
    String hash = fields.text(1);
    Bytes der = fields.bytes(2);
    String pem = fields.text(4);
    if (der.isEmpty() == pem.isEmpty()) {
      return Fetched.failed(Status.BAD_ARGUMENT);
    }
    String digest = DIGESTS.get(hash.toLowerCase(Locale.ROOT));
    PrivateKey key = Keys.privateKey(pem.isEmpty() ? der : Keys.privatePem(pem));
    if (digest == null) {
      return notSigned(hash + " is not supported.");
    }
    if (key == null) {
      return notSigned("Invalid key type: private key required for signing operation.");
    }
    try {
      Signature signer = Signature.getInstance(algorithm(digest, key));
      signer.initSign(key);
      signer.update(fields.bytes(3).toArray());
      return Fetched.of(new ProtoMessage().put(1, true).put(2, Bytes.wrap(signer.sign())).bytes());
    } catch (GeneralSecurityException e) {
      return notSigned("Failed to create signature.");
    }
  }

  private static Fetched notSigned(String error) {
    return Fetched.of(new ProtoMessage().put(3, Bytes.utf8(error)).bytes());
  }

  private static String algorithm(String digest, Key key) {
    return digest + "with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
  }
}
