package dev.sluice.testkit.acceptance.conformance;

import dev.sluice.abi.Bytes;
import dev.sluice.abi.Fetched;
import dev.sluice.abi.call.Hostcalls;

/** A text with its ECDSA signature, as messages for Envoy's {@code verify_signature}, in hexadecimal. */
final class SignedText {
  private static final String SHA_256 = "0a06736861323536";
  private static final String KEY = "125b"
      + "3059301306072a8648ce3d020106082a8648ce3d0301070342000407a40196f29567b05f88646a18850d97cbc715808957c4791e25b1f4"
      + "e47c73864fdf982bd41402b485d48756dc5542e58e8ef37f14b336514cdfc271536ad89c";
  private static final String SIGNATURE = "1a47"
      + "3045022100bf5d5d18b436712be297e0ae25d8ce746d10d61abc726e1600c567a9c04b893d02201e667f530de53dacb09ca87ec6a5a08e"
      + "5bbcfd67d9df72c0a7dfd62c7ed00026";
  private static final String THE_TEXT = "22087468652074657874";
  private static final String ANOTHER_TEXT = "220161";
  private static final String NO_KEY = "120161";
  private static final String MD5 = "0a036d6435";

  private SignedText() {}

  /** What the host makes of it: of the text, of another one, of what is no key, of a digest that is too old. */
  static String told(Hostcalls host) {
    return verify(host, SHA_256 + KEY + SIGNATURE + THE_TEXT) + ", "
        + verify(host, SHA_256 + KEY + SIGNATURE + ANOTHER_TEXT)
        + ", " + verify(host, SHA_256 + NO_KEY + SIGNATURE + THE_TEXT) + ", "
        + verify(host, MD5 + KEY + SIGNATURE + THE_TEXT);
  }

  private static String verify(Hostcalls host, String message) {
    Fetched result = host.foreign().call(Bytes.utf8("verify_signature"), bytes(message));
    if (!result.isOk()) {
      return result.status().name();
    }
    // Field 1 says that it holds; field 2 is the error, behind its tag and its length.
    Bytes told = result.bytes();
    return told.at(0) == 8 ? "holds" : told.slice(2, told.length()).utf8();
  }

  private static Bytes bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    return Bytes.wrap(bytes);
  }
}
