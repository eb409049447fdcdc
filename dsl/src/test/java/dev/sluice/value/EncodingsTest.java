package dev.sluice.value;

import static dev.sluice.dsl.Sluice.header;
import static dev.sluice.dsl.Sluice.query;
import static dev.sluice.dsl.Sluice.text;
import static dev.sluice.fake.Plugins.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.abi.Bytes;
import dev.sluice.fake.FakeHost;
import dev.sluice.value.text.Encodings;
import dev.sluice.value.text.Growth;
import dev.sluice.value.text.Hashes;
import dev.sluice.value.text.TextFunction;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Hashes and text forms of bytes, held against the JDK. */
class EncodingsTest {
  private static final FakeHost HOST = FakeHost.get("/");

  @Property
  void hashes(@ForAll @Size(max = 300) byte[] bytes) throws GeneralSecurityException {
    hash("SHA-1", new Hashes.Sha1(), bytes);
    hash("SHA-256", new Hashes.Sha256(), bytes);
    hash("SHA-384", new Hashes.Sha384(), bytes);
    hash("SHA-512", new Hashes.Sha512(), bytes);
  }

  private static void hash(String name, Hashes.Hash hash, byte[] bytes) throws GeneralSecurityException {
    assertEquals(Bytes.copyOf(MessageDigest.getInstance(name).digest(bytes)), hash.of(Bytes.copyOf(bytes)));
    assertEquals(name, hash.name());
  }

  @Property
  void keyedHashes(@ForAll @Size(max = 300) byte[] bytes, @ForAll @Size(min = 1, max = 200) byte[] key)
      throws GeneralSecurityException {
    mac("HmacSHA1", new Hashes.Sha1(), bytes, key);
    mac("HmacSHA256", new Hashes.Sha256(), bytes, key);
    mac("HmacSHA512", new Hashes.Sha512(), bytes, key);
  }

  private static void mac(String name, Hashes.Hash hash, byte[] bytes, byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(key, name));
    assertEquals(Bytes.copyOf(mac.doFinal(bytes)), new Hashes.Hmac(hash, Bytes.copyOf(key)).of(Bytes.copyOf(bytes)));
  }

  @Property
  void encodingsAreThoseOfTheJdk(@ForAll byte[] bytes) {
    Bytes in = Bytes.copyOf(bytes);
    assertEquals(Base64.getEncoder().encodeToString(bytes), new Encodings.ToBase64().of(in).latin1());
    assertEquals(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), new Encodings.ToBase64Url().of(in).latin1());
    assertEquals(HexFormat.of().formatHex(bytes), new Encodings.ToHex().of(in).latin1());
  }

  @Property
  void whatIsEncodedIsDecoded(@ForAll byte[] bytes) {
    Bytes in = Bytes.copyOf(bytes);
    assertEquals(in, new Encodings.FromBase64().of(new Encodings.ToBase64().of(in)));
    assertEquals(in, new Encodings.FromBase64Url().of(new Encodings.ToBase64Url().of(in)));
    assertEquals(in, new Encodings.FromHex().of(new Encodings.ToHex().of(in)));
    assertEquals(in, new Encodings.FromPercent().of(new Encodings.ToPercent().of(in)));
  }

  @Test
  void theWordsOfTheLanguage() {
    assertEquals(Option.some("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        read(HOST, text("abc").sha256().encodeHex()));
    assertEquals(Option.some("a9993e364706816aba3e25717850c26c9cd0d89d"), read(HOST, text("abc").sha1().encodeHex()));
    assertEquals(Option.some("ywB1P0WjXou1oD1pmsZQBycs"),
        read(HOST, text("abc").sha384().encodeBase64Url().substring(0, 24)));
    assertEquals(Option.some("ddaf35a193617aba"), read(HOST, text("abc").sha512().encodeHex().substring(0, 16)));
    // RFC 2202 and RFC 4231, test case 2.
    String data = "what do ya want for nothing?";
    assertEquals(Option.some("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        read(HOST, text(data).hmacSha1("Jefe").encodeHex()));
    assertEquals(Option.some("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        read(HOST, text(data).hmacSha256("Jefe").encodeHex()));
    assertEquals(Option.some("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        read(HOST, text(data).hmacSha256(Secret.of("Jefe")).encodeHex()));
    assertEquals(Option.some("164b7a7bfcf819e2e395fbe73b56e0a3"),
        read(HOST, text(data).hmacSha512("Jefe").encodeHex().substring(0, 32)));
    assertEquals(Option.some("YT4/"), read(HOST, text("a>?").encodeBase64()));
    assertEquals(Option.some("YT4_"), read(HOST, text("a>?").encodeBase64Url()));
    assertEquals(Option.some("a>?"), read(HOST, text("YT4/").decodeBase64()));
    assertEquals(Option.some("a>?"), read(HOST, text("YT4_").decodeBase64Url()));
    assertEquals(Option.some("613e3f"), read(HOST, text("a>?").encodeHex()));
    assertEquals(Option.some("a>?"), read(HOST, text("613E3f").decodeHex()));
    assertEquals(Option.some("a%20%2F%C3%BC"), read(HOST, text("a /ü").encodePercent()));
    assertEquals(Option.some("a /ü+"), read(HOST, text("a%20%2F%c3%BC+").decodePercent()));
  }

  @Test
  void whatIsMalformedIsAbsent() {
    for (String bad : new String[] {"YT4", "YT4=x", "YQ", "Y Q=", "YT4_", "YR=="}) {
      assertEquals(Option.none(), read(HOST, text(bad).decodeBase64()), bad);
    }
    for (String bad : new String[] {"Y", "YQ==", "YT4/", "YR"}) {
      assertEquals(Option.none(), read(HOST, text(bad).decodeBase64Url()), bad);
    }
    assertEquals(Option.none(), read(HOST, text("6").decodeHex()));
    assertEquals(Option.none(), read(HOST, text("6g").decodeHex()));
    assertEquals(Option.none(), read(HOST, text("%4").decodePercent()));
    assertEquals(Option.none(), read(HOST, text("%zz").decodePercent()));
    assertEquals(Option.none(), read(HOST, header("x-none").sha256()));
  }

  @Test
  void whatGrowsTooMuchIsAbsent() {
    Bytes large = Bytes.wrap(new byte[Growth.MOST_BYTES]);
    for (TextFunction growing : new TextFunction[] {new Encodings.ToBase64(), new Encodings.ToBase64Url(),
        new Encodings.ToHex(), new Encodings.ToPercent()}) {
      assertEquals(null, growing.of(large), growing.toString());
    }
    assertEquals(Growth.MOST_BYTES, new Encodings.ToPercent().of(letters(Growth.MOST_BYTES)).length());
  }

  private static Bytes letters(int count) {
    return Bytes.copyOf("a".repeat(count).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aKeyIsNotPrinted() {
    TextValue signed = query("q").hmacSha256("secret-key");
    assertEquals("HMAC-SHA-256 of query parameter q", signed.describe());
    assertFalse(signed.toString().contains("secret-key"), signed.toString());
    Condition checked = header("x-key").constantTimeIs("secret-key");
    assertEquals("header x-key is the secret", checked.describe());
    assertFalse(checked.toString().contains("secret-key"), checked.toString());
  }

  @Test
  void badArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> header("a").hmacSha256(""));
    assertThrows(IllegalArgumentException.class, () -> header("a").hmacSha256((Secret) null));
    assertThrows(IllegalArgumentException.class, () -> header("a").hmacSha1((String) null));
  }
}
