package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.respond;
import static dev.sluice.settings.Decoders.text;

import dev.sluice.settings.Decoder;
import dev.sluice.step.Respond;

/** The answer to who has not shown who they are: 401 with a challenge (RFC 9110 section 11.6.1). */
final class Challenge {
  private static final String WRONG = "a realm in printable ASCII without double quotes and backslashes";

  static final Decoder<String> REALM = text().notBlank().check(Challenge::isRealm, "is not " + WRONG);

  private Challenge() {}

  /**
   * A reply with 401 and this challenge.
   *
   * @param more parameters of the challenge behind the realm, each after a comma; empty for none
   */
  static Respond of(String scheme, String realm, String more) {
    return respond(401).header("www-authenticate", scheme + " realm=\"" + realm + "\"" + more);
  }

  static String realm(String word, String realm) {
    if (realm == null || realm.isBlank() || !isRealm(realm)) {
      throw new IllegalArgumentException(word + ": give " + WRONG);
    }
    return realm;
  }

  private static boolean isRealm(String text) {
    return Printable.isAscii(text) && text.indexOf('"') < 0 && text.indexOf('\\') < 0;
  }
}
