package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.abi.Bytes;
import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Respond;
import dev.sluice.step.When;
import dev.sluice.value.Secret;
import dev.sluice.value.TextValue;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets requests through that carry the name and password of a user (RFC 7617). All others are answered with 401: those
 * without credentials, with wrong or malformed ones, and with several. Kept are SHA-256 hashes of name and password
 * together, so that neither equal passwords nor, by the time an answer takes, names of users can be told.
 *
 * <pre>{@code
 * basicAuth(BasicAuth.realm("reports").user("ann", password).userHeader("x-user"))
 * }</pre>
 *
 * @param area the realm in the challenge of a 401
 * @param users at least one; one may have several passwords
 * @param userHeader request header that tells the upstream the user's name, none for no header
 * @param forwardCredentials whether the upstream sees the credentials
 */
public record BasicAuth(String area, List<User> users, Option<String> userHeader, boolean forwardCredentials) {
  private static final int MOST_USERS = 1000;
  private static final String HASH = "basicAuth: hash of the credentials";
  private static final String CREDENTIALS = "authorization";
  private static final String NAME = "a name without colons and control characters";

  /**
   * Who has a password.
   *
   * @param name without colons (RFC 7617 section 2) and control characters
   * @param hash SHA-256 of name, colon and password in 64 hexadecimal digits
   */
  public record User(String name, Secret hash) {
    static final Decoder<User> DECODER = object(
        field("name", text().notBlank().check(User::isName, "is not " + NAME)),
        optional("password", secret()).describedAs("the password; give it or the hash"),
        optional("sha256", HashedSecret.DECODER).describedAs("the SHA-256 of name, colon and password"))
        .as((name, password, hash) -> new User(name,
            HashedSecret.either("password", password.map(given -> pair(name, given)), hash)));

    public User {
      if (name == null || name.isBlank() || !isName(name)) {
        throw new IllegalArgumentException("basicAuth: give users " + NAME);
      }
      hash = HashedSecret.checked("basicAuth", hash);
    }

    private static Secret pair(String name, Secret password) {
      return Secret.of(name + ":" + password.reveal().utf8());
    }

    private static boolean isName(String name) {
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c < ' ' || c == ':' || c == 0x7f) {
          return false;
        }
      }
      return Bytes.utf8(name).utf8().equals(name);
    }
  }

  /** Reads settings: see docs/filters/basicAuth.md. */
  public static final Decoder<BasicAuth> DECODER = object(
      field("realm", Challenge.REALM).describedAs("what the client is asked for credentials of"),
      field("users", listOf(User.DECODER).size(1, MOST_USERS)),
      optional("userHeader", headerName()).describedAs("request header for the user's name"),
      field("forwardCredentials", bool()).orElse(false).describedAs("whether the upstream sees them"))
      .as(BasicAuth::new);

  public BasicAuth {
    Challenge.realm("basicAuth", area);
    users = List.copyOf(users);
    if (users.size() > MOST_USERS) {
      throw new IllegalArgumentException("basicAuth: more than 1000 users; give fewer");
    }
    Set<Secret> hashes = new HashSet<>();
    for (User user : users) {
      if (!hashes.add(user.hash())) {
        throw new IllegalArgumentException("basicAuth: " + user.name() + " is there twice with the same password");
      }
    }
    for (String header : userHeader) {
      removeHeader(header);
    }
  }

  /** A realm that nobody may enter yet. */
  public static BasicAuth realm(String realm) {
    return new BasicAuth(realm, List.of(), Option.none(), false);
  }

  /** The same with one more user. Of the password only a hash is kept. */
  public BasicAuth user(String name, Secret password) {
    return with(new User(name, HashedSecret.of(User.pair(name, password))));
  }

  /** The same with one more user, of whom {@code printf NAME:PASSWORD | sha256sum} is known. */
  public BasicAuth userWithHash(String name, String sha256) {
    return with(new User(name, Secret.of(sha256)));
  }

  private BasicAuth with(User user) {
    List<User> more = new ArrayList<>(users);
    more.add(user);
    return new BasicAuth(area, more, userHeader, forwardCredentials);
  }

  /** The same with the user's name in this request header, whatever the client sent there. */
  public BasicAuth userHeader(String name) {
    return new BasicAuth(area, users, Option.some(name), forwardCredentials);
  }

  /** The same with the credentials left in the request that the upstream gets. */
  public BasicAuth forwardingCredentials() {
    return new BasicAuth(area, users, userHeader, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    if (users.isEmpty()) {
      throw new IllegalArgumentException("basicAuth: nobody has a password; give one user at least");
    }
    Respond refusal = Challenge.of("Basic", area, ", charset=\"UTF-8\"");
    TextValue credentials = headerValues(CREDENTIALS).first();
    When[] cases = new When[users.size()];
    for (int i = 0; i < cases.length; i++) {
      User user = users.get(i);
      cases[i] = when(ref(HASH).constantTimeIs(user.hash())).then(Authenticated.as(user.name()));
    }
    Filter checked = request(
        when(headerValues(CREDENTIALS).count().is(1).not()).then(refusal),
        bind(HASH, template("{}:{}", credentials.basicUser(), credentials.basicPassword()).sha256().encodeHex()),
        choose(cases).otherwise(refusal));
    checked = forwardCredentials ? checked : checked.request(removeHeader(CREDENTIALS));
    return userHeader.isEmpty() ? checked : checked.request(Authenticated.tell(userHeader.get()));
  }
}
