package dev.sluice.std.limit;

import static dev.sluice.dsl.Sluice.*;
import static dev.sluice.settings.Decoders.*;

import dev.sluice.dsl.Filter;
import dev.sluice.settings.Decoder;
import dev.sluice.step.TakeToken;
import dev.sluice.step.TokenBucket;
import dev.sluice.value.TextValue;
import java.time.Duration;

/**
 * Lets so many requests in so long a time through for each key, counted by all workers of the proxy together (a token
 * bucket, see {@link TokenBucket}). Others are answered with 429, {@code retry-after} (RFC 9110 section 10.2.3) and
 * {@code ratelimit-policy} and {@code ratelimit} (draft-ietf-httpapi-ratelimit-headers-10). Buckets lie in a fixed number of
 * places: keys that share one share a bucket, so that neither gets more than the limit. Requests without a key share one
 * too. Where tokens cannot be taken (other workers were faster ten times in a row, or shared data has no room) requests are
 * answered with 503, unless {@link #failOpen} says otherwise.
 *
 * <pre>{@code
 * localRateLimit(LocalRateLimit.of("calls", 100, Duration.ofMinutes(1)).by(clientAddress()))
 * }</pre>
 *
 * @param policy name of the limit: limits of one name in the VMs of one id share their buckets
 * @param requests how many come in each {@code every}, 1 to 10^12
 * @param burst most that can pass at once, 1 to 10^12
 * @param every 1 ms to 366 days
 * @param by tells apart what is limited by itself
 * @param slots number of buckets, 1 to 65,536
 * @param tellClients whether responses to requests that pass say what is left, too
 * @param open whether requests pass where tokens cannot be taken
 */
public record LocalRateLimit(String policy, long requests, long burst, Duration every, TextValue by, int slots,
    boolean tellClients, boolean open) {
  private static final int SLOTS = 1 << 14;
  private static final int MOST_SLOTS = 1 << 16;
  private static final long MOST = 1_000_000_000_000L;
  private static final TextValue EVERYBODY = text("");
  private static final String POLICY_HEADER = "ratelimit-policy";
  private static final String LIMIT_HEADER = "ratelimit";

  /** Reads settings: see docs/filters/localRateLimit.md. */
  public static final Decoder<LocalRateLimit> DECODER = object(
      field("name", text().notBlank().check(LocalRateLimit::isName, "is no name of letters, digits, . _ and -"))
          .orElse("default")
          .describedAs("what headers call the limit"),
      field("requests", integer().between(1, MOST)),
      field("per", duration().between(Duration.ofMillis(1), Duration.ofDays(366))),
      optional("burst", integer().between(1, MOST)).describedAs("most that can pass at once; requests unless given"),
      field("by", RateKeys.DECODER).orElse(EVERYBODY).describedAs("what is limited by itself"),
      field("slots", integer().between(1, MOST_SLOTS).asInt()).orElse(SLOTS).describedAs("number of buckets"),
      field("tellClients", bool()).orElse(false).describedAs("whether all responses say what is left"),
      field("failOpen", bool()).orElse(false).describedAs("whether requests pass where nothing can be counted"))
      .as((name, requests, per, burst, by, slots, tellClients, open) -> new LocalRateLimit(
          name, requests, burst.getOrElse(requests), per, by, slots, tellClients, open));

  public LocalRateLimit {
    if (policy == null || policy.isBlank() || !isName(policy)) {
      throw new IllegalArgumentException("localRateLimit: give the limit a name of letters, digits, . _ and -");
    }
    if (by == null) {
      throw new IllegalArgumentException("localRateLimit: the key is null; give a text");
    }
    buckets(policy, slots, requests, burst, every);
  }

  /** So many requests in so long a time, by whomever they are sent. */
  public static LocalRateLimit of(String policy, long requests, Duration every) {
    return new LocalRateLimit(policy, requests, requests, every, EVERYBODY, SLOTS, false, false);
  }

  /** The same for each value of this text. */
  public LocalRateLimit by(TextValue key) {
    return new LocalRateLimit(policy, requests, burst, every, key, slots, tellClients, open);
  }

  /** The same with so many that can pass at once, whatever comes in at a time. */
  public LocalRateLimit burst(long most) {
    return new LocalRateLimit(policy, requests, most, every, by, slots, tellClients, open);
  }

  /** The same with so many buckets; 16,384 unless given. */
  public LocalRateLimit slots(int buckets) {
    return new LocalRateLimit(policy, requests, burst, every, by, buckets, tellClients, open);
  }

  /** The same, with what is left in the headers of responses to requests that pass. */
  public LocalRateLimit tellingClients() {
    return new LocalRateLimit(policy, requests, burst, every, by, slots, true, open);
  }

  /** The same, letting requests pass where tokens cannot be taken. */
  public LocalRateLimit failOpen() {
    return new LocalRateLimit(policy, requests, burst, every, by, slots, tellClients, true);
  }

  /** The filter that does this. */
  public Filter filter() {
    String left = "localRateLimit " + policy + ": left";
    String wait = "localRateLimit " + policy + ": wait";
    TextValue limit = template("\"" + policy + "\";r={};t={}", ref(left), ref(wait));
    TakeToken take = buckets(policy, slots, requests, burst, every).take(by)
        .as(left)
        .waitAs(wait)
        .onEmpty(respond(429)
            .header("retry-after", ref(wait))
            .header(POLICY_HEADER, policyText())
            .header(LIMIT_HEADER, limit));
    Filter limited = request(open ? take.onFailure(sequence()) : take);
    return tellClients
        ? limited.response(setHeader(POLICY_HEADER, policyText()), setHeader(LIMIT_HEADER, limit))
        : limited;
  }

  /** A window is told in whole seconds, and not at all where it is none. */
  private String policyText() {
    long seconds = every.toMillis() / 1000;
    boolean whole = seconds > 0 && every.toMillis() % 1000 == 0;
    return "\"" + policy + "\";q=" + burst + (whole ? ";w=" + seconds : "");
  }

  private static TokenBucket buckets(String name, int slots, long requests, long burst, Duration every) {
    TokenBucket buckets = tokenBucket(name, slots, requests, every);
    return buckets.capacity(burst);
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean known = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-_".indexOf(c) >= 0;
      if (!known) {
        return false;
      }
    }
    return true;
  }
}
