package dev.sluice.load;

import static dev.sluice.testkit.http.Request.get;
import static dev.sluice.testkit.http.Request.post;

import dev.sluice.abi.Bytes;
import dev.sluice.testkit.http.Request;
import dev.sluice.testkit.http.Response;
import io.vavr.collection.Vector;
import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of request of which the answer is known. Of {@link #CYCLE} requests each kind has its {@link #share}; of the
 * tokens of one consumer, a tenth of all requests, {@link #SPENT} needs three times as many and none else too many;
 * {@link #WARM_UP}, which comes before all others, takes as many as there are.
 */
// Requests and vectors are immutable, though not annotated so.
@SuppressWarnings("ImmutableEnumChecker")
enum Kind {
  NO_ADDRESS("no client address", 1, get("/orders").header("x-api-key", "key of ann"), 403),
  DENIED("denied address", 1, from(GatewaySettings.DENIED).header("x-api-key", "key of ann"), 403),
  NO_KEY("no key", 1, known(), 401),
  WRONG_KEY("wrong key", 1, known().header("x-api-key", "key of nobody"), 401),
  TWO_KEYS("two keys", 1, known().header("x-api-key", "key of ann").header("x-api-key", "key of bob"), 401),
  KEY_OF_BYTES("key that is not UTF-8", 1, known().header("x-api-key", Fields.NOT_UTF8), 401),
  PREFLIGHT("preflight", 1, preflight(GatewaySettings.ORIGIN), 204),
  FOREIGN_PREFLIGHT("preflight of a foreign site", 1, preflight("https://other.test"), 403),
  GUEST("guest, whose key comes and goes", 1, known().header("x-api-key", "key of guest"), 200, 401),
  KEY("right key", 2, known().header("x-api-key", "key of ann"), 200),
  BODY("right key, POST of 1000 bytes", 1,
      with(post("/orders", "0123456789".repeat(100)), "key of bob"), 200),
  HEADER_OF_BYTES("right key, header that is not UTF-8", 1,
      known().header("x-api-key", "key of cho").header(Fields.ECHOED, Fields.NOT_UTF8), 200),
  FORGED("right key, another consumer's name", 1,
      known().header("x-api-key", "key of dan").header("x-consumer", "ann"), 200),
  SPENT("right key, three times as often as the limit", 6, known().header("x-api-key", "key of spender"), 200, 429),
  WARM_UP("warm-up", 0, with(get("/warm-up"), "key of eve"), 200);

  static final int CYCLE = 20;
  static final Set<Kind> IN_CYCLE = EnumSet.complementOf(EnumSet.of(WARM_UP));
  private static final Kind[] IN_ORDER = inOrder();

  final String words;
  final int share;
  final Request request;
  final Vector<Integer> statuses;

  Kind(String words, int share, Request request, Integer... statuses) {
    this.words = words;
    this.share = share;
    this.request = request;
    this.statuses = Vector.of(statuses);
  }

  /** Names and values that both sides know; a class of its own since constants of an enum are made before its fields. */
  static final class Fields {
    static final String ECHOED = "x-echoed";
    static final Bytes NOT_UTF8 = Bytes.latin1("\u00ff\u0080\u00e9");

    private Fields() {}
  }

  /** The kind of the request of this number. */
  static Kind of(long number) {
    return IN_ORDER[(int) (number % CYCLE)];
  }

  /** What is wrong with this answer, empty where nothing is. */
  String wrong(Response answer, Versions versions) {
    if (!statuses.contains(answer.status())) {
      return "the status is none of " + statuses.mkString(", ");
    }
    if (answer.headers().all("x-request-id").size() != 1 || !answer.headers().has("x-content-type-options")) {
      return "no request id, several, or no security headers";
    }
    return switch (answer.status()) {
      case 200 -> wrongOfUpstream(answer, versions);
      case 204 -> versions.contain(maxAge(answer) - GatewaySettings.MAX_AGE) ? "" : "not of versions " + versions;
      case 401 -> this == GUEST && !versions.mayKnowGuest(false) ? "the guest's key is known in " + versions : "";
      case 429 -> answer.headers().has("retry-after") ? "" : "no retry-after";
      default -> "";
    };
  }

  private String wrongOfUpstream(Response answer, Versions versions) {
    String seen = Upstream.seen(consumer(), request.body().length());
    if (!answer.text().equals(seen)) {
      return "the upstream saw '" + answer.text() + "' and not '" + seen + "'";
    }
    if (this == GUEST && !versions.mayKnowGuest(true)) {
      return "the guest's key is not known in " + versions;
    }
    return answer.headers().bytes(Fields.ECHOED).equals(request.headers().bytes(Fields.ECHOED))
        ? ""
        : "the upstream saw other bytes in " + Fields.ECHOED;
  }

  private String consumer() {
    return request.headers().first("x-api-key").map(key -> key.substring("key of ".length())).getOrElse("");
  }

  private static int maxAge(Response answer) {
    return answer.headers().first("access-control-max-age").map(Integer::parseInt).getOrElse(-1);
  }

  private static Request from(String client) {
    return get("/orders").header("x-forwarded-for", client).header("origin", GatewaySettings.ORIGIN);
  }

  private static Request known() {
    return from(GatewaySettings.CLIENT);
  }

  private static Request with(Request request, String key) {
    return request.header("x-forwarded-for", GatewaySettings.CLIENT).header("x-api-key", key);
  }

  private static Request preflight(String origin) {
    return Request.of("OPTIONS", "/orders")
        .header("x-forwarded-for", GatewaySettings.CLIENT)
        .header("origin", origin)
        .header("access-control-request-method", "GET");
  }

  /** A cycle in which the kinds of several requests are spread. */
  private static Kind[] inOrder() {
    Kind[] order = new Kind[CYCLE];
    int at = 0;
    for (Kind kind : values()) {
      for (int i = 0; i < kind.share; i++) {
        // 7 and the cycle's length have no common factor, so each place is taken once.
        order[at++ * 7 % CYCLE] = kind;
      }
    }
    return order;
  }
}
