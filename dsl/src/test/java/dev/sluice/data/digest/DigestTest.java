package dev.sluice.data.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.abi.Bytes;
import dev.sluice.data.text.Hex;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class DigestTest {
  private static final String[] NAMES = {"SHA-1", "SHA-256", "SHA-384", "SHA-512"};

  private static Digest digest(int number) {
    return switch (number) {
      case 0 -> Digest.sha1();
      case 1 -> Digest.sha256();
      case 2 -> Digest.sha384();
      default -> Digest.sha512();
    };
  }

  /** NIST, Secure Hash Standard examples: "abc" and the message of one block and a bit. */
  @Test
  void theExamplesOfTheStandardAreMet() {
    String[] abc = {
        "a9993e364706816aba3e25717850c26c9cd0d89d",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
            + "454d4423643ce80e2a9ac94fa54ca49f"};
    for (int i = 0; i < abc.length; i++) {
      assertEquals(abc[i], Hex.encode(digest(i).of(Bytes.utf8("abc"))));
    }
    assertEquals(
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        Hex.encode(Digest.sha256().of(Bytes.utf8("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))));
  }

  /** RFC 4231 test case 2, RFC 2202 test case 2. */
  @Test
  void theExamplesOfHmacAreMet() {
    Bytes key = Bytes.utf8("Jefe");
    Bytes message = Bytes.utf8("what do ya want for nothing?");
    assertEquals("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", Hex.encode(Hmac.of(Digest.sha1(), key).of(message)));
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        Hex.encode(Hmac.of(Digest.sha256(), key).of(message)));
  }

  @Property(tries = 300)
  void hashesAreTheJdks(@ForAll @Size(max = 400) byte[] input, @ForAll @IntRange(max = 3) int kind) throws Exception {
    Bytes hash = digest(kind).of(Bytes.copyOf(input));
    assertEquals(Bytes.wrap(MessageDigest.getInstance(NAMES[kind]).digest(input)), hash);
  }

  @Property(tries = 300)
  void piecesGiveTheHashOfTheWhole(
      @ForAll @Size(max = 400) byte[] input, @ForAll @IntRange(max = 400) int cut,
      @ForAll @IntRange(max = 3) int kind) {
    int at = Math.min(cut, input.length);
    Digest digest = digest(kind);
    Bytes whole = digest.of(Bytes.copyOf(input));
    digest.update(input, 0, at).update(Bytes.copyOf(input).slice(at, input.length));
    assertEquals(whole, digest.finish());
  }

  @Property(tries = 300)
  void codesAreTheJdks(
      @ForAll @Size(min = 1, max = 300) byte[] key,
      @ForAll @Size(max = 300) byte[] message,
      @ForAll @IntRange(max = 3) int kind) throws GeneralSecurityException {
    String name = "Hmac" + NAMES[kind].replace("-", "");
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(key, name));
    Hmac hmac = Hmac.of(digest(kind), Bytes.copyOf(key));
    Bytes expected = Bytes.wrap(mac.doFinal(message));
    assertEquals(expected, hmac.of(Bytes.copyOf(message)));
    assertTrue(hmac.verifies(Bytes.copyOf(message), expected));
    assertFalse(hmac.verifies(Bytes.copyOf(message), expected.slice(1, expected.length())));
  }

  @Property
  void aRangeOutsideOfTheArrayIsCut(@ForAll @Size(max = 9) byte[] input, @ForAll int from, @ForAll int count) {
    int start = Math.min(Math.max(from, 0), input.length);
    int end = (int) Math.max(start, Math.min(input.length, (long) from + count));
    Bytes expected = Digest.sha1().of(Bytes.copyOf(input).slice(start, end));
    assertEquals(expected, Digest.sha1().update(input, from, count).finish());
  }

  @Property
  void secretsAreEqualWhereTheirBytesAre(@ForAll @Size(max = 3) byte[] left, @ForAll @Size(max = 3) byte[] right) {
    Bytes a = Bytes.copyOf(left);
    Bytes b = Bytes.copyOf(right);
    assertEquals(a.equals(b), ConstantTime.equal(a, b));
    assertTrue(ConstantTime.equal(a, Bytes.copyOf(left)));
  }

  @Test
  void aUuidIsOfVersionFour() {
    for (int i = 0; i < 100; i++) {
      java.util.UUID uuid = java.util.UUID.fromString(RandomBytes.uuid());
      assertEquals(4, uuid.version());
      assertEquals(2, uuid.variant());
    }
    byte[] ones = new byte[16];
    java.util.Arrays.fill(ones, (byte) 0xff);
    assertEquals("ffffffff-ffff-4fff-bfff-ffffffffffff", RandomBytes.uuid(ones));
    assertEquals(0, RandomBytes.of(-1).length());
    assertEquals(17, RandomBytes.of(17).length());
  }
}
