package dev.sluice.host.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.Status;
import dev.sluice.host.proto.MalformedMessageException;
import dev.sluice.host.proto.ProtoFields;
import dev.sluice.host.proto.ProtoMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
  private static final Bytes TEXT = Bytes.utf8("the text");
  private static final int VERSION_AND_ALGORITHM = 22;

  @ParameterizedTest
  @CsvSource({"RSA,1024,sha1,SHA1withRSA", "RSA,2048,sha224,SHA224withRSA", "RSA,2048,sha256,SHA256withRSA",
      "RSA,2048,SHA384,SHA384withRSA", "RSA,2048,sha512,SHA512withRSA", "EC,256,sha256,SHA256withECDSA",
      "EC,384,sha384,SHA384withECDSA"})
  void whatTheJdkSignsIsVerified(String algorithm, int size, String hash, String name) throws Exception {
    KeyPair keys = keys(algorithm, size);
    Bytes signature = signed(name, keys);
    assertEquals(Bytes.latin1("\10\1"), verified(hash, der(keys), signature, TEXT));
    assertEquals(Bytes.latin1("\10\1"), verified(hash, pem(keys), signature, TEXT));
    assertEquals("Failed to verify digest. Error code: 0", error(verified(hash, der(keys), signature, Bytes.EMPTY)));
  }

  @ParameterizedTest
  @CsvSource({"RSA,2048,sha256,SHA256withRSA", "EC,256,sha512,SHA512withECDSA"})
  void whatIsSignedTheJdkVerifies(String algorithm, int size, String hash, String name) throws Exception {
    KeyPair keys = keys(algorithm, size);
    ProtoMessage key = new ProtoMessage().put(2, Bytes.wrap(keys.getPrivate().getEncoded()));
    ProtoFields result = ProtoFields.parse(signed(hash, key));
    assertEquals(1, result.number(1));
    Signature verifier = Signature.getInstance(name);
    verifier.initVerify(keys.getPublic());
    verifier.update(TEXT.toArray());
    assertTrue(verifier.verify(result.bytes(2).toArray()));
  }

  @Test
  void privateKeysComeInPemOfPkcs8AndPkcs1() throws Exception {
    KeyPair keys = keys("RSA", 2048);
    byte[] pkcs8 = keys.getPrivate().getEncoded();
    // The key itself lies behind version, algorithm and the four bytes of its own frame.
    Bytes pkcs1 = Bytes.wrap(pkcs8).slice(VERSION_AND_ALGORITHM + 4, pkcs8.length);
    Bytes expected = signed("sha256", new ProtoMessage().put(2, Bytes.wrap(pkcs8)));
    assertEquals(expected, signed("sha256", new ProtoMessage().put(4, pem("PRIVATE KEY", Bytes.wrap(pkcs8)))));
    assertEquals(expected, signed("sha256", new ProtoMessage().put(4, pem("RSA PRIVATE KEY", pkcs1))));
  }

  @Test
  void anUnknownHashIsAnError() throws Exception {
    KeyPair keys = keys("RSA", 1024);
    assertEquals("md5 is not supported.", error(verified("md5", der(keys), TEXT, TEXT)));
    ProtoMessage key = new ProtoMessage().put(2, Bytes.wrap(keys.getPrivate().getEncoded()));
    assertEquals("md5 is not supported.", ProtoFields.parse(signed("md5", key)).text(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no key", "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----"})
  void whatIsNoKeyIsAnError(String key) throws Exception {
    for (int field : new int[] {2, 5}) {
      Bytes result = verified("sha256", new ProtoMessage().put(field, Bytes.utf8(key)), TEXT, TEXT);
      assertEquals("Failed to initialize digest verify.", error(result));
    }
    ProtoFields notSigned = ProtoFields.parse(signed("sha256", new ProtoMessage().put(2, Bytes.utf8(key))));
    assertEquals("Invalid key type: private key required for signing operation.", notSigned.text(3));
  }

  @Test
  void noKeyAndTwoKeysAreBadArguments() throws Exception {
    KeyPair keys = keys("RSA", 1024);
    assertEquals(Status.BAD_ARGUMENT, call("verify_signature", new ProtoMessage()).status());
    assertEquals(Status.BAD_ARGUMENT, call("sign", new ProtoMessage()).status());
    ProtoMessage two = der(keys).put(5, pem("PUBLIC KEY", Bytes.wrap(keys.getPublic().getEncoded())));
    assertEquals(Status.BAD_ARGUMENT, call("verify_signature", two).status());
  }

  private static Bytes verified(String hash, ProtoMessage key, Bytes signature, Bytes text) {
    return call("verify_signature", key.put(1, Bytes.utf8(hash)).put(3, signature).put(4, text)).bytes();
  }

  private static Bytes signed(String hash, ProtoMessage key) {
    return call("sign", key.put(1, Bytes.utf8(hash)).put(3, TEXT)).bytes();
  }

  private static Fetched call(String function, ProtoMessage message) {
    return ForeignFunctions.envoy().find(Bytes.utf8(function)).get().call(null, message.bytes());
  }

  private static String error(Bytes result) throws MalformedMessageException {
    ProtoFields fields = ProtoFields.parse(result);
    assertEquals(0, fields.number(1));
    assertFalse(fields.text(2).isEmpty());
    return fields.text(2);
  }

  private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static Bytes signed(String name, KeyPair keys) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(name);
    signer.initSign(keys.getPrivate());
    signer.update(TEXT.toArray());
    return Bytes.wrap(signer.sign());
  }

  private static ProtoMessage der(KeyPair keys) {
    return new ProtoMessage().put(2, Bytes.wrap(keys.getPublic().getEncoded()));
  }

  private static ProtoMessage pem(KeyPair keys) {
    return new ProtoMessage().put(5, pem("PUBLIC KEY", Bytes.wrap(keys.getPublic().getEncoded())));
  }

  private static Bytes pem(String label, Bytes der) {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der.toArray());
    return Bytes.utf8("-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }
}
