package dev.sluice.std.auth;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.Respond;
import dev.sluice.step.When;
import dev.sluice.value.ListValue;
import dev.sluice.value.Secret;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets requests through that carry the key of a consumer. All others are answered with 401: those without a key, with an
 * unknown one, and with several, of which the upstream might read another one. Only hashes of keys are kept; each
 * comparison takes a time that does not depend on where a wrong key differs.
 *
 * <pre>{@code
 * keyAuth(KeyAuth.inHeader("x-api-key").consumer("alice", key).consumerHeader("x-consumer"))
 * }</pre>
 *
 * @param place what part of a request carries the key
 * @param carrier name of the header, the query parameter or the cookie
 * @param consumers at least one; one may have several keys
 * @param consumerHeader request header that tells the upstream the consumer's name, none for no header
 * @param area the realm in the challenge of a 401
 * @param forwardKey whether the upstream sees the key; a cookie it sees in any case
 */
public record KeyAuth(Place place, String carrier, List<Consumer> consumers, Option<String> consumerHeader,
    String area, boolean forwardKey) {
  private static final int MOST_CONSUMERS = 1000;
  private static final String REALM = "api";
  private static final String HASH = "keyAuth: hash of the key";

  /** Where a key is looked for. */
  public enum Place {
    HEADER, QUERY, COOKIE
  }

  /**
   * Who has a key.
   *
   * @param name printable ASCII; the upstream is told it
   * @param hash SHA-256 of the key in 64 hexadecimal digits
   */
  public record Consumer(String name, Secret hash) {
    static final Decoder<Consumer> DECODER = object(
        field("name", text().notBlank().check(Printable::isAscii, "is not printable ASCII"))
            .describedAs("what the upstream is told"),
        optional("key", secret()).describedAs("the key; give it or its hash"),
        optional("sha256", HashedSecret.DECODER).describedAs("the SHA-256 of the key; give it or the key"))
        .as((name, key, hash) -> new Consumer(name, HashedSecret.either("key", key, hash)));

    public Consumer {
      if (name == null || name.isBlank() || !Printable.isAscii(name)) {
        throw new IllegalArgumentException("keyAuth: the name of a consumer is not printable ASCII; give such a name");
      }
      hash = HashedSecret.checked("keyAuth", hash);
    }
  }

  /** Reads settings: see docs/filters/keyAuth.md. */
  public static final Decoder<KeyAuth> DECODER = object(
      field("in", enumOf(Place.values())).orElse(Place.HEADER).describedAs("where the key is"),
      field("name", text().notBlank()).orElse("x-api-key").describedAs("name of the header, parameter or cookie"),
      field("consumers", listOf(Consumer.DECODER).size(1, MOST_CONSUMERS)),
      optional("consumerHeader", headerName()).describedAs("request header for the consumer's name"),
      field("realm", Challenge.REALM).orElse(REALM),
      field("forwardKey", bool()).orElse(false).describedAs("whether the upstream sees the key")).as(KeyAuth::new);

  public KeyAuth {
    consumers = List.copyOf(consumers);
    if (consumers.size() > MOST_CONSUMERS) {
      throw new IllegalArgumentException("keyAuth: more than 1000 consumers; give fewer");
    }
    Set<Secret> hashes = new HashSet<>();
    for (Consumer consumer : consumers) {
      if (!hashes.add(consumer.hash())) {
        throw new IllegalArgumentException(
            "keyAuth: the key of " + consumer.name() + " is another consumer's too; give each its own");
      }
    }
    Challenge.realm("keyAuth", area);
    // A bad name is refused here, where it is given.
    credentials(place, carrier);
    for (String header : consumerHeader) {
      removeHeader(header);
    }
  }

  /** Keys in a header. Nobody has one yet. */
  public static KeyAuth inHeader(String name) {
    return in(Place.HEADER, name);
  }

  /** Keys in a parameter of the query, which logs of many kinds show: prefer a header. */
  public static KeyAuth inQuery(String name) {
    return in(Place.QUERY, name);
  }

  /** Keys in a cookie. */
  public static KeyAuth inCookie(String name) {
    return in(Place.COOKIE, name);
  }

  private static KeyAuth in(Place place, String name) {
    return new KeyAuth(place, name, List.of(), Option.none(), REALM, false);
  }

  /** The same with one more consumer. Of the key only its hash is kept. */
  public KeyAuth consumer(String name, Secret key) {
    return with(new Consumer(name, HashedSecret.of(key)));
  }

  /** The same with one more consumer, of whose key the SHA-256 is known, in 64 hexadecimal digits. */
  public KeyAuth consumerWithHash(String name, String sha256) {
    return with(new Consumer(name, Secret.of(sha256)));
  }

  private KeyAuth with(Consumer consumer) {
    List<Consumer> more = new ArrayList<>(consumers);
    more.add(consumer);
    return new KeyAuth(place, carrier, more, consumerHeader, area, forwardKey);
  }

  /** The same with the consumer's name in this request header, whatever the client sent there. */
  public KeyAuth consumerHeader(String name) {
    return new KeyAuth(place, carrier, consumers, Option.some(name), area, forwardKey);
  }

  /** The same with this realm in the challenge; {@code api} unless given. */
  public KeyAuth realm(String realm) {
    return new KeyAuth(place, carrier, consumers, consumerHeader, realm, forwardKey);
  }

  /** The same with the key left in the request that the upstream gets. */
  public KeyAuth forwardingKey() {
    return new KeyAuth(place, carrier, consumers, consumerHeader, area, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    if (consumers.isEmpty()) {
      throw new IllegalArgumentException("keyAuth: nobody has a key; give one consumer at least");
    }
    Respond refusal = Challenge.of("Key", area, "");
    ListValue credentials = credentials(place, carrier);
    When[] cases = new When[consumers.size()];
    for (int i = 0; i < cases.length; i++) {
      Consumer consumer = consumers.get(i);
      cases[i] = when(ref(HASH).constantTimeIs(consumer.hash())).then(Authenticated.as(consumer.name()));
    }
    Filter checked = request(
        when(credentials.count().is(1).not()).then(refusal),
        bind(HASH, credentials.first().sha256().encodeHex()),
        choose(cases).otherwise(refusal));
    if (!forwardKey && place != Place.COOKIE) {
      checked = checked.request(place == Place.HEADER ? removeHeader(carrier) : removeQueryParameter(carrier));
    }
    return consumerHeader.isEmpty() ? checked : checked.request(Authenticated.tell(consumerHeader.get()));
  }

  private static ListValue credentials(Place place, String name) {
    return switch (place) {
      case HEADER -> headerValues(name);
      case QUERY -> queryValues(name);
      case COOKIE -> cookieValues(name);
    };
  }
}
