package dev.sluice.host.foreign;

import dev.sluice.abi.Bytes;
import io.vavr.control.Try;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys of RSA and of elliptic curves, from DER (RFC 5280, RFC 5958) and PEM (RFC 7468). */
final class Keys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final int LONGEST_SHORT_FORM = 127;
  /** Version 0 and the algorithm rsaEncryption, as they stand before the key in PKCS #8. */
  private static final byte[] RSA_HEADER = {
      0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01,
      0x01, 0x05, 0x00};

  private Keys() {}

  /** The key in a SubjectPublicKeyInfo; null where there is none. */
  static PublicKey publicKey(Bytes der) {
    return key(factory -> factory.generatePublic(new X509EncodedKeySpec(der.toArray())));
  }

  /** The key in a PKCS #8 structure; null where there is none. */
  static PrivateKey privateKey(Bytes der) {
    return key(factory -> factory.generatePrivate(new PKCS8EncodedKeySpec(der.toArray())));
  }

  private interface Parser<T> {
    T parse(KeyFactory factory) throws GeneralSecurityException;
  }

  /** Each algorithm refuses what is of another one. */
  private static <T> T key(Parser<T> parser) {
    return Stream.of("RSA", "EC")
        .flatMap(algorithm -> Try.of(() -> parser.parse(KeyFactory.getInstance(algorithm))).toJavaStream())
        .findFirst()
        .orElse(null);
  }

  /** The DER in a PEM text; empty where there is none. */
  static Bytes publicPem(String pem) {
    return content(pem, "PUBLIC KEY");
  }

  /** The PKCS #8 structure in a PEM text, or made of the PKCS #1 structure in it; empty where there is neither. */
  static Bytes privatePem(String pem) {
    Bytes pkcs8 = content(pem, "PRIVATE KEY");
    Bytes pkcs1 = content(pem, "RSA PRIVATE KEY");
    return pkcs8.isEmpty() && !pkcs1.isEmpty() ? pkcs8(pkcs1) : pkcs8;
  }

  private static Bytes content(String pem, String label) {
    Pattern frame = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*+)-----END " + label + "-----");
    Matcher found = frame.matcher(pem);
    try {
      return found.find() ? Bytes.wrap(Base64.getMimeDecoder().decode(found.group(1))) : Bytes.EMPTY;
    } catch (IllegalArgumentException noBase64) {
      return Bytes.EMPTY;
    }
  }

  private static Bytes pkcs8(Bytes pkcs1) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(RSA_HEADER);
    content.writeBytes(tagged(OCTET_STRING, pkcs1.toArray()));
    return Bytes.wrap(tagged(SEQUENCE, content.toByteArray()));
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length > LONGEST_SHORT_FORM) {
      int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
      out.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(content.length >>> (8 * i));
      }
    } else {
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
